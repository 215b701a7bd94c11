package dev.orrery.agent.extractive.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.agent.extractive.goal.Goal;
import dev.orrery.agent.extractive.goal.GoalReader;
import dev.orrery.agent.extractive.goal.NameFinder;
import dev.orrery.agent.extractive.goal.Reading;
import dev.orrery.agent.extractive.selection.Outline;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.memory.KnowledgeRead;
import dev.orrery.memory.lucene.LuceneKnowledge;
import dev.orrery.message.Json;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads about a hundred notes, each in other words, for who belongs to a group. */
class NotesTest {
    private static final String ASK = "ASK";

    @TempDir
    static Path temp;

    private static LuceneKnowledge knowledge;

    /** A note, the goal that it is read for, and who belongs to the goal's group; {@code ASK} when it leaves a doubt. */
    record Note(String id, String goal, String members, List<String> folders, String text) {
        @Override
        public String toString() {
            return id + ": " + text.strip().lines().findFirst().orElse("");
        }
    }

    static Stream<Note> notes() throws IOException {
        String all;
        try (InputStream in = NotesTest.class.getResourceAsStream("notes.txt")) {
            all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return Arrays.stream(all.split("(?m)^## (?=[a-d]\\d+ \\|)", -1)).skip(1).map(NotesTest::note);
    }

    private static Note note(String part) {
        int end = part.indexOf('\n');
        String[] head = part.substring(0, end).split(" \\| ", -1);
        return new Note(head[0], head[1], head[2], List.of(head[3].strip().split(",", -1)), part.substring(end + 1));
    }

    @BeforeAll
    static void writeNotes() throws IOException {
        for (Note note : notes().toList()) {
            Path file = temp.resolve("knowledge").resolve(note.id()).resolve("note.md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, note.text());
        }
        knowledge = LuceneKnowledge.open(List.of(temp.resolve("knowledge")), temp.resolve("home"));
    }

    @AfterAll
    static void close() {
        knowledge.close();
    }

    @ParameterizedTest
    @MethodSource("notes")
    void aNoteTellsWhoBelongsOrLeavesADoubt(Note note) {
        Places places = places(note.folders());
        Goal goal = understood(note.goal(), places);

        Resolution resolution = new Resolver(goal.group().orElseThrow(), places).resolve(List.of(passages(note)));

        assertThat(shown(resolution)).isEqualTo(expected(note.members()));
    }

    private static Places places(List<String> folders) {
        var files = new ArrayList<Outline.File>();
        for (String folder : folders) {
            for (String page : List.of("install", "pricing", "faq")) {
                files.add(new Outline.File(folder + "/" + page + ".md", page, List.of(page), ""));
            }
        }
        files.add(new Outline.File("company/note.md", "note", List.of(), ""));
        return Places.of(new Outline(files));
    }

    private static Goal understood(String goal, Places places) {
        var reading = new GoalReader(NameFinder.knowing(places.spellings())).read(goal);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).goal();
    }

    private static List<Passage> passages(Note note) {
        var request = new ToolRequest(
                "run", "plan", "key", Json.object().with("path", note.id() + "/note.md"), List.of(), temp);
        var returned = (ToolResult.Returned) new KnowledgeRead(knowledge).call(request);
        return returned.value().content().list("passages").stream()
                .map(p -> new Passage(((Json.Obj) p).with("path", "company/note.md")))
                .toList();
    }

    private static String shown(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Settled settled ->
                settled.members().stream()
                        .map(m -> m.place().map(Place::name).orElse(Spelling.key(m.name())))
                        .map(Spelling::key)
                        .sorted()
                        .collect(Collectors.joining(", "));
            case Resolution.Doubtful _ -> ASK;
        };
    }

    private static String expected(String members) {
        if (members.equals(ASK)) return ASK;
        return Arrays.stream(members.split(", ", -1))
                .map(Spelling::key)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
