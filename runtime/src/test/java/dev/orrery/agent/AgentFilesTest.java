package dev.orrery.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Limits;
import dev.orrery.message.Capability;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A definition file means what it says, and whatever is wrong with one is reported at its line. */
class AgentFilesTest {
    static final AgentFiles.Known KNOWN = new AgentFiles.Known(
            Set.of("knowledge.search", "knowledge.read", "files.write", "web.fetch"), new SchemaCheck(), Models.NONE);

    @TempDir
    Path folder;

    @Test
    void everyKeyIsRead() throws IOException {
        AgentFile file = loaded("""
                ---
                # a comment
                name: deep-research
                description: Reads more than the built-in.
                capabilities: [research, qa]
                tools:
                  - knowledge.search
                  - knowledge.read
                limits: {turns: 30, tokens: 1000, cost: 0.5, time: 2m}
                input: {type: object, required: [subject]}
                output: |
                  {"type": "object", "properties": {"n": {"const": 1}}}
                memory:
                  read: [team, "*"]
                  propose: [team]
                ---

                Look twice.

                --- is a line of the body.
                """);

        assertThat(file.description()).isEqualTo("Reads more than the built-in.");
        assertThat(file.source()).endsWith("one.md");
        AgentCard card = file.card();
        assertThat(card.name()).isEqualTo("deep-research");
        assertThat(card.capabilities()).containsExactlyInAnyOrder(Capability.RESEARCH, Capability.QA);
        assertThat(card.tools()).containsExactly("knowledge.search", "knowledge.read");
        assertThat(card.limits()).isEqualTo(new Limits(30, 1_000, 500_000, 120_000));
        assertThat(card.role()).isEqualTo("Look twice.\n\n--- is a line of the body.");
        assertThat(card.input()).contains(JsonText.parse("{\"type\":\"object\",\"required\":[\"subject\"]}"));
        assertThat(card.output())
                .contains(JsonText.parse("{\"type\":\"object\",\"properties\":{\"n\":{\"const\":1}}}"));
        assertThat(card.memory()).containsExactly("team", "*");
        assertThat(card.proposes()).containsExactly("team");
        assertThat(card.origin()).isEqualTo(AgentCard.Origin.USER);
    }

    @Test
    void nameAndCapabilitiesAreEnoughAndGiveNoTools() throws IOException {
        AgentCard card = loaded("---\r\nname: research\r\ncapabilities: [research]\r\n---\r\n")
                .card();

        assertThat(card).isEqualTo(AgentCard.of("research", Capability.RESEARCH));
    }

    @Test
    void memoryMayBeAListToRead() throws IOException {
        AgentCard card = loaded("---\nname: a\ncapabilities: [write]\nmemory: ['*']\n---\n")
                .card();

        assertThat(card.memory()).containsExactly("*");
        assertThat(card.proposes()).isEmpty();
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                arguments("{time: 90s}", new Limits(12, 2_000_000, 1_000_000, 90_000)),
                arguments("{time: 90}", new Limits(12, 2_000_000, 1_000_000, 90_000)),
                arguments("{time: 1.5h}", new Limits(12, 2_000_000, 1_000_000, 5_400_000)),
                arguments("{time: 500ms}", new Limits(12, 2_000_000, 1_000_000, 500)),
                arguments("{cost: 0}", new Limits(12, 2_000_000, 0, 120_000)),
                arguments("{cost: 0.000001}", new Limits(12, 2_000_000, 1, 120_000)),
                arguments("{turns: 1}", new Limits(1, 2_000_000, 1_000_000, 120_000)));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void limitsThatAreNotGivenAreTheUsualOnes(String written, Limits limits) throws IOException {
        assertThat(loaded("---\nname: a\ncapabilities: [qa]\nlimits: " + written + "\n---\n")
                        .card()
                        .limits())
                .isEqualTo(limits);
    }

    static Stream<Arguments> faults() {
        String good = "name: a\ncapabilities: [research]\n";
        return Stream.of(
                arguments("", "1: the front matter is missing; a definition begins with a line --- and the key name"),
                arguments("You are an agent.", "1: the front matter is missing"),
                arguments("---\nname: a\n", "1: the front matter does not end"),
                arguments(
                        "---\n---\n",
                        "1: the key name is missing\n1: the key capabilities is missing; it lists some of"
                                + " plan research write qa memory code tool"),
                arguments(front("name: a\ncapabilities: []\n"), "3: capabilities: names none"),
                arguments(
                        front("name: a\ncapabilities: research\n"), "3: capabilities: expected a list, found the text"),
                arguments(
                        front("name: a\ncapabilities: [reserch]\n"),
                        "3: capabilities: unknown capability reserch; did you mean research?"),
                arguments(
                        front("name: a\ncapabilities:\n- qa\n- fly\n"),
                        "5: capabilities: unknown capability fly; there are"),
                arguments(front("name: a\ncapabilities: [qa, qa]\n"), "3: capabilities: qa stands twice"),
                arguments(front("name: My Agent\ncapabilities: [qa]\n"), "2: name: \"My Agent\" is no agent name"),
                arguments(front("name: 7\ncapabilities: [qa]\n"), "2: name: expected text, found 7"),
                arguments(front("name:\ncapabilities: [qa]\n"), "1: the key name is missing"),
                arguments(front(good + "name: b\n"), "4: name: this key stands twice, first in line 2"),
                arguments(front(good + "tool: [web.fetch]\n"), "4: unknown key tool; did you mean tools?"),
                arguments(front(good + "temperature: 1\n"), "4: unknown key temperature; known keys: name, "),
                arguments(front(good + "tools: knowledge.search\n"), "4: tools: expected a list, found the text"),
                arguments(
                        front(good + "tools: [knowledge.serch]\n"),
                        "4: tools: unknown tool knowledge.serch; did you mean knowledge.search?"),
                arguments(
                        front(good + "tools: [rm]\n"),
                        "4: tools: unknown tool rm; there are files.write, knowledge.read,"),
                arguments(front(good + "tools: [{a: b}]\n"), "4: tools: expected text, found a mapping"),
                arguments(front(good + "model: gpt\n"), "4: model: this program cannot reach models"),
                arguments(front(good + "limits: 7\n"), "4: limits: expected a mapping, found 7"),
                arguments(front(good + "limits: {turn: 7}\n"), "4: unknown key limits.turn; did you mean turns?"),
                arguments(
                        front(good + "limits: {turns: 0}\n"),
                        "4: limits.turns: expected a whole number from 1 to 1000"),
                arguments(front(good + "limits: {turns: 1.5}\n"), "4: limits.turns: expected a whole number"),
                arguments(
                        front(good + "limits:\n  turns: many\n"),
                        "5: limits.turns: expected a number, found the text \"many\""),
                arguments(front(good + "limits: {tokens: 0x10}\n"), "4: limits.tokens: expected a number, found 0x10"),
                arguments(front(good + "limits: {tokens: .inf}\n"), "4: limits.tokens: expected a number"),
                arguments(front(good + "limits: {cost: -1}\n"), "4: limits.cost: expected an amount"),
                arguments(front(good + "limits: {cost: 0.0000001}\n"), "4: limits.cost: expected an amount"),
                arguments(
                        front(good + "limits: {cost: 1e99999999}\n"),
                        "4: limits.cost: expected a number, found 1e99999999"),
                arguments(front(good + "limits: {time: soon}\n"), "4: limits.time: \"soon\" is no time"),
                arguments(front(good + "limits: {time: 25h}\n"), "4: limits.time: expected seconds"),
                arguments(front(good + "limits: {time: 0}\n"), "4: limits.time: expected seconds"),
                arguments(front(good + "memory: all\n"), "4: memory: expected a mapping, found the text"),
                arguments(front(good + "memory: {reed: [a]}\n"), "4: unknown key memory.reed; did you mean read?"),
                arguments(front(good + "memory: ['two words']\n"), "4: memory: a namespace is one word"),
                arguments(front(good + "output: {type: strnig}\n"), "4: output: is no JSON Schema: type"),
                arguments(front(good + "output: [1]\n"), "4: output: is no JSON Schema: a schema is an object"),
                arguments(front(good + "output: '{\"type\":'\n"), "4: output: not JSON"),
                arguments(front(good + "input: &x {a: *x}\n"), "4: input: nests deeper than 50"),
                arguments(front(good + "input: " + laughs() + "\n"), "4: input: holds more than 5000 values"),
                arguments(front(good + "tools: [\n"), "malformed YAML"),
                arguments(front(good + "x: y: z\n"), "4: malformed YAML: mapping values are not allowed here"),
                arguments(front(good + "x: *none\n"), "4: malformed YAML: found undefined alias none"),
                arguments(front(good + "x: \u0007\n"), "malformed YAML"),
                arguments(front("[a, b]\n"), "2: the front matter is not made of lines KEY: VALUE"),
                arguments(front("? [a]\n: b\n" + good), "2: a key is a word"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsReportedAtItsLineWithWhatWouldBeRight(String text, String message) throws IOException {
        Path file = write("one.md", text);

        assertThat(String.join("\n", refused(file)).replace(file + ":", "")).contains(message);
    }

    @Test
    void allFaultsOfAllFilesAreReportedOnceEach() throws IOException {
        write("b.md", "---\nname: b\ncapabilities: [qa]\ntools: [a, a]\nlimits: {turns: 0, cost: x}\n---\n");
        write("a.md", "no front matter");

        assertThat(refused(folder))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .extracting(problem -> problem.replaceAll("(:\\d+):.*", "$1"))
                .isSorted();
    }

    @Test
    void twoFilesOfOneNameAreRefusedWithBothPlaces() throws IOException {
        write("a.md", front("name: same\ncapabilities: [qa]\n"));
        write("b.md", front("description: x\nname: same\ncapabilities: [qa]\n"));

        assertThat(refused(folder))
                .containsExactly(folder.resolve("b.md") + ":3: name: same is defined at " + folder.resolve("a.md")
                        + ":2 already");
    }

    @Test
    void onlyDefinitionsOfTheFolderItselfAreRead() throws IOException {
        write("README.md", "About these agents.");
        write(".hidden.md", "An editor's.");
        write("notes.txt", "Notes.");
        Files.createDirectories(folder.resolve("old"));
        write("old/x.md", "Old.");
        write("a.md", front("name: a\ncapabilities: [qa]\n"));

        assertThat(AgentFiles.read(folder, KNOWN))
                .isInstanceOfSatisfying(
                        AgentFiles.Reading.Loaded.class,
                        loaded -> assertThat(loaded.files())
                                .extracting(f -> f.card().name())
                                .containsExactly("a"));
    }

    @Test
    void aCapabilityWithoutANativeAgentIsNotedAndAccepted() throws IOException {
        write("a.md", front("name: a\ncapabilities: [research, code]\n"));

        assertThat(AgentFiles.read(folder, KNOWN))
                .isInstanceOfSatisfying(
                        AgentFiles.Reading.Loaded.class,
                        loaded -> assertThat(loaded.notes()).singleElement().satisfies(note -> {
                            assertThat(note.line()).isEqualTo(3);
                            assertThat(note.message()).contains("no native agent can do code without a model");
                        }));
    }

    @Test
    void whatIsNoReadableTextIsReportedAndNeverThrown() throws IOException {
        Files.write(
                folder.resolve("latin.md"), "---\nname: a\n# caf\u00e9\n---\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("folder.md"));
        Files.createSymbolicLink(folder.resolve("gone.md"), Path.of("nowhere"));
        write("large.md", "---\n" + "x".repeat(AgentFiles.BYTES_MAX));

        assertThat(refused(folder))
                .containsExactly(
                        folder.resolve("folder.md") + ":1: is not a regular file",
                        folder.resolve("gone.md") + ":1: there is no such file or folder",
                        folder.resolve("large.md") + ":1: is larger than 256 KiB",
                        folder.resolve("latin.md") + ":3: is not UTF-8 text");
        assertThat(refused(folder.resolve("none")))
                .containsExactly(folder.resolve("none") + ":1: there is no such file or folder");
    }

    /** A hundred thousand values in forty aliases. */
    private static String laughs() {
        var text = new StringBuilder("{a0: &a0 [x, x, x, x, x, x, x, x, x, x]");
        for (int i = 1; i < 5; i++) {
            String below = "*a" + (i - 1);
            text.append(", a").append(i).append(": &a").append(i).append(" [");
            text.append(String.join(", ", java.util.Collections.nCopies(10, below)))
                    .append(']');
        }
        return text.append('}').toString();
    }

    private static String front(String yaml) {
        return "---\n" + yaml + "---\nBody.\n";
    }

    private AgentFile loaded(String text) throws IOException {
        AgentFiles.Reading reading = AgentFiles.read(write("one.md", text), KNOWN);
        assertThat(reading).as("%s", reading).isInstanceOf(AgentFiles.Reading.Loaded.class);
        return ((AgentFiles.Reading.Loaded) reading).files().getFirst();
    }

    private static List<String> refused(Path path) {
        AgentFiles.Reading reading = AgentFiles.read(path, KNOWN);
        assertThat(reading).as("%s", reading).isInstanceOf(AgentFiles.Reading.Refused.class);
        return ((AgentFiles.Reading.Refused) reading)
                .problems().stream().map(Problem::toString).toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
