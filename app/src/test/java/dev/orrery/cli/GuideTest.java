package dev.orrery.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.cli.command.CommandTree;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.terminal.Terminal;
import dev.orrery.cli.text.PrettyJson;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The guide shows what the program prints. {@code -Dorrery.guide=write} writes what it prints now into the guide; without
 * it the two are compared.
 */
class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "cli.md");

    /** A comment that names what follows, and the fenced block behind it. */
    private static final Pattern BLOCK =
            Pattern.compile("<!-- (help|json): (.*?) -->\n```\\w*\n(.*?)```\n", Pattern.DOTALL);

    private static final String ENTRY = Sample.proposedEntry().id();

    /** What is typed for the form of a command whose name alone is no complete command line. */
    private static final Map<String, List<String>> TYPED = Map.ofEntries(
            entry("show", List.of("show", "r7")),
            entry("plan", List.of("plan", "r7")),
            entry("replay", List.of("replay", "r7")),
            entry("events", List.of("events", "r7")),
            entry("context", List.of("context", "r7", "research/tarnwick")),
            entry("context --diff", List.of("context", "r7", "research/tarnwick", "--diff", "write")),
            entry("memory search", List.of("memory", "search", "pricing")),
            entry("memory show", List.of("memory", "show", ENTRY)),
            entry("memory history", List.of("memory", "history", ENTRY)),
            entry("agents show", List.of("agents", "show", "careful-research")),
            entry("agents check", List.of("agents", "check", "faulty")),
            entry("model test", List.of("model", "test", "--model", "openai:qwen")),
            entry("learn show", List.of("learn", "show", Sample.proposal().id())));

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        shell.type("memory", "add", "--kind", "rule", "Leave pricing out.", "--rule", "{\"omit\":[\"pricing\"]}");
    }

    @Test
    void theGuideShowsWhatTheProgramPrints() throws IOException {
        String guide = Files.readString(GUIDE);
        String printed = BLOCK.matcher(guide).replaceAll(block -> Matcher.quoteReplacement(printed(block)));
        if ("write".equals(System.getProperty("orrery.guide"))) Files.writeString(GUIDE, printed);
        else assertThat(guide).as("write it anew with -Dorrery.guide=write").isEqualTo(printed);
    }

    @Test
    void theGuideNamesEveryCommandAndEveryForm() throws IOException {
        var help = new TreeSet<String>();
        var json = new TreeSet<String>();
        names(
                "",
                CommandTree.whole(new Session(
                        shell.surroundings(OutputStream.nullOutputStream(), Terminal.NONE, shell.library.source))),
                help,
                json);

        assertThat(blocks("help")).containsAll(help);
        assertThat(blocks("json")).containsAll(json);
    }

    private static List<String> blocks(String kind) throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .filter(block -> block.group(1).equals(kind))
                .flatMap(block -> Stream.of(block.group(2).split(", ")))
                .toList();
    }

    /** Collects the names of all commands, and of those whose answer has a form of its own. */
    private static void names(String prefix, CommandLine line, Set<String> all, Set<String> reading) {
        line.getSubcommands().forEach((name, sub) -> {
            all.add(prefix + name);
            boolean follows = List.of("run", "resume").contains(name);
            if (!follows && sub.getCommandSpec().findOption("--json") != null) reading.add(prefix + name);
            names(prefix + name + " ", sub, all, reading);
        });
    }

    private String printed(MatchResult block) {
        String name = block.group(2);
        boolean help = block.group(1).equals("help");
        String text = help ? help(name) : forms(List.of(name.split(", ")));
        return "<!-- " + block.group(1) + ": " + name + " -->\n" + (help ? "```text\n" : "```json\n") + text + "```\n";
    }

    private String help(String name) {
        List<String> words = new ArrayList<>(name.equals("orrery") ? List.of() : List.of(name.split(" ")));
        words.add("--help");
        return typed(words);
    }

    /** The form of the first command, which the others share. */
    private String forms(List<String> names) {
        Json form = form(names.getFirst());
        for (String name : names) assertThat(members(form(name))).as(name).isEqualTo(members(form));
        return PrettyJson.lines(form).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static Set<String> members(Json form) {
        return form instanceof Json.Obj o ? o.members().keySet() : Set.of();
    }

    /** The first line that the command prints. */
    private Json form(String name) {
        List<String> words = new ArrayList<>(TYPED.getOrDefault(name, List.of(name.split(" "))));
        words.add("--json");
        Json first = JsonText.parse(typed(words).lines().findFirst().orElseThrow());
        return first instanceof Json.Obj form ? shown(name, form) : first;
    }

    /** One step stands for all, and what doctor finds is the machine's. */
    private static Json shown(String name, Json.Obj form) {
        return switch (name) {
            case "show" -> form.with("steps", Json.of(form.list("steps").subList(3, 4)));
            case "doctor" -> form.with("text", "Java 25.0.3, Eclipse Adoptium");
            default -> form;
        };
    }

    private String typed(List<String> words) {
        var result = shell.type(words.toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        return result.out();
    }
}
