package dev.orrery.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.memory.lucene.LuceneKnowledge;
import dev.orrery.message.Json;
import dev.orrery.message.Value;
import dev.orrery.tool.Tool;
import dev.orrery.tool.ToolRequest;
import dev.orrery.tool.ToolResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeToolsTest {
    @TempDir
    Path temp;

    private Knowledge knowledge;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(temp.resolve("docs/acme/2.1"));
        Files.writeString(
                temp.resolve("docs/acme/2.1/gate.md"),
                "# Gate\n\nThe gate opens at six. It closes\nat nine.\n\n| Gate | Width |\n|-|-|\n| North | two metres |\n");
        Files.writeString(temp.resolve("docs/notes.txt"), "The gate is green.\n");
        knowledge = LuceneKnowledge.open(List.of(temp.resolve("docs")), temp.resolve("home"));
    }

    @AfterEach
    void close() {
        knowledge.close();
    }

    @Test
    void aHitSaysAllThatACitationNeeds() {
        Json found = returned(new KnowledgeSearch(knowledge), Json.object().with("query", "when closes"), List.of())
                .content();

        Json hit = found.list("hits").getFirst();
        assertThat(hit.text("text")).isEqualTo("It closes at nine.");
        assertThat(hit.text("at")).isEqualTo("acme/2.1/gate.md:3-4");
        assertThat(hit.number("first", 0)).isEqualTo(3);
        assertThat(hit.number("last", 0)).isEqualTo(4);
        assertThat(hit.text("before")).isEqualTo("The gate opens at six.");
        assertThat(hit.text("kind")).isEqualTo("sentence");
        assertThat(hit.text("version")).isEqualTo("2.1");
        assertThat(hit.textList("headings")).containsExactly("Gate");
        assertThat(found.at("matches").orElseThrow().number("acme", 0)).isEqualTo(1);
        assertThat(found.flag("vectors")).isFalse();
    }

    @Test
    void whatWasReadIsLabelledWithItsFiles() {
        Value found = returned(new KnowledgeSearch(knowledge), Json.object().with("query", "gate"), List.of());

        assertThat(found.label().sources()).containsExactly("knowledge:acme/2.1/gate.md", "knowledge:notes.txt");
    }

    @Test
    void aStepReachesOnlyItsScope() {
        Json.Obj search = Json.object().with("query", "gate");
        Json elsewhere = search.with("under", Json.texts(List.of("notes.txt")));

        assertThat(returned(new KnowledgeSearch(knowledge), search, List.of("acme"))
                        .content()
                        .list("hits"))
                .allMatch(h -> h.text("path").startsWith("acme/"));
        assertThat(call(new KnowledgeSearch(knowledge), elsewhere, List.of("acme")))
                .isInstanceOf(ToolResult.NotDone.class);
        assertThat(call(new KnowledgeRead(knowledge), Json.object().with("path", "notes.txt"), List.of("acme")))
                .isInstanceOf(ToolResult.NotDone.class);
        assertThat(returned(new KnowledgeOutline(knowledge), Json.object(), List.of("acme"))
                        .content()
                        .list("files"))
                .hasSize(1);
    }

    @Test
    void readingGivesHeadingsSentencesRowsAndCellsInOrder() {
        Json read = returned(new KnowledgeRead(knowledge), Json.object().with("path", "acme/2.1/gate.md"), List.of())
                .content();

        assertThat(read.list("passages"))
                .extracting(p -> p.text("kind"))
                .containsExactly("heading", "sentence", "sentence", "row", "cell", "cell");
        assertThat(read.list("passages").getLast().text("column")).isEqualTo("Width");
        assertThat(read.list("passages").getLast().text("row")).isEqualTo("North");
        assertThat(read.number("total", 0)).isEqualTo(6);
        assertThat(returned(
                                new KnowledgeRead(knowledge),
                                Json.object()
                                        .with("path", "acme/2.1/gate.md")
                                        .with("from", 1)
                                        .with("limit", 1),
                                List.of())
                        .content()
                        .list("passages"))
                .extracting(p -> p.text("text"))
                .containsExactly("The gate opens at six.");
    }

    @Test
    void theOutlineListsFoldersFilesAndHeadings() {
        Json outline = returned(new KnowledgeOutline(knowledge), Json.object().with("limit", 1), List.of())
                .content();

        assertThat(outline.list("folders")).extracting(f -> f.text("path")).containsExactly("", "acme");
        assertThat(outline.list("files")).singleElement().satisfies(f -> {
            assertThat(f.text("path")).isEqualTo("acme/2.1/gate.md");
            assertThat(f.textList("headings")).containsExactly("Gate");
            assertThat(f.number("words", 0)).isEqualTo(12);
        });
        assertThat(outline.flag("truncated")).isTrue();
    }

    private Value returned(Tool tool, Json arguments, List<String> scope) {
        ToolResult result = call(tool, arguments, scope);
        assertThat(result).isInstanceOf(ToolResult.Returned.class);
        return ((ToolResult.Returned) result).value();
    }

    private ToolResult call(Tool tool, Json arguments, List<String> scope) {
        return tool.call(new ToolRequest("r1", "research/acme", "k1", arguments, scope, temp));
    }
}
