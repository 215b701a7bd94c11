package dev.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a human does with memory, and how agents are shown. */
class MemoryCommandsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void aProposalIsFoundOnceItIsAcceptedAndKeepsItsId() {
        Json waiting = one("memory", "review", "--json");
        String id = waiting.text("id");
        assertThat(waiting.text("status")).isEqualTo("proposed");
        assertThat(waiting.text("source")).isEqualTo("tarnwick/scaling.md:3-4");
        assertThat(shell.type("memory", "search", "node", "--json").out()).isEmpty();

        assertThat(shell.type("memory", "accept", id.substring(0, 5)).err())
                .isEqualTo("orrery: memory:" + id + "@1 is live\n");

        assertThat(one("memory", "search", "node", "--json").text("id")).isEqualTo(id);
        assertThat(one("memory", "show", id, "--json").text("status")).isEqualTo("live");
        assertThat(shell.type("memory", "history", id).out())
                .contains("proposed, version 1")
                .contains("accepted");
    }

    @Test
    void aRejectionNeedsAReasonAndIsFinal() {
        String id = one("memory", "list", "--status", "proposed", "--json").text("id");

        assertThat(shell.type("memory", "reject", id).err()).contains("missing: TEXT");
        assertThat(shell.type("memory", "reject", id, "--why", "wrong").status())
                .isZero();
        assertThat(shell.type("memory", "accept", id).status()).isEqualTo(1);
        assertThat(one("memory", "list", "--status", "rejected", "--json").text("note"))
                .isEqualTo("wrong");
    }

    @Test
    void whatTheUserAddsHoldsUntilItIsForgotten() {
        assertThat(shell.type(
                                "memory",
                                "add",
                                "--kind",
                                "rule",
                                "Leave pricing out.",
                                "--rule",
                                "{\"omit\":[\"pricing\"]}")
                        .status())
                .isZero();
        Json rule = one("memory", "list", "--status", "live", "--json");
        assertThat(rule.at("rule")).contains(JsonText.parse("{\"omit\":[\"pricing\"]}"));

        assertThat(shell.type("memory", "forget", rule.text("id")).status()).isZero();
        assertThat(shell.type("memory", "list", "--status", "live").out()).isEmpty();
    }

    @Test
    void whatIsMalformedIsRefusedBeforeAnythingIsAdded() throws IOException {
        Path file = Files.writeString(folder.resolve("in.jsonl"), "{\"text\":\"one\"}\n{\"kind\":\"fact\"}\n");

        assertThat(shell.type("memory", "import", file.toString()))
                .isEqualTo(new Shell.Result(
                        2, "", "orrery: " + file + ":2: an entry is an object with a text; nothing was added\n"));
        assertThat(shell.type("memory", "add", "x", "--kind", "No Kind").status())
                .isEqualTo(2);
        assertThat(shell.type("memory", "add", "x", "--rule", "{").status()).isEqualTo(2);
        assertThat(shell.type("memory", "list", "--status", "gone").err()).contains("'gone' is none");
        assertThat(shell.type("memory", "show", "m-nothing").status()).isEqualTo(1);
        assertThat(shell.type("memory").err()).contains("say which: search, list");
        assertThat(shell.type("memory", "list", "--status", "live").out()).isEmpty();
    }

    @Test
    void aListCanBeImportedElsewhere() throws IOException {
        shell.type("memory", "add", "--kind", "rule", "--namespace", "reports", "Cover memory first.");
        Path file = Files.writeString(
                folder.resolve("out.jsonl"),
                shell.type("memory", "list", "--status", "live", "--json").out());
        var other = new Shell(folder);

        assertThat(other.type("memory", "import", file.toString()).err()).isEqualTo("orrery: 1 of 1 entries added\n");
        assertThat(other.type("memory", "import", file.toString()).err()).isEqualTo("orrery: 0 of 1 entries added\n");
        assertThat(other.type("memory", "list", "--status", "live").out())
                .contains("reports")
                .contains("Cover memory first.");
    }

    @Test
    void agentsAreListedAndShown() {
        assertThat(shell.type("agents", "list").out())
                .contains("careful-research")
                .contains("agents/careful-research.md");
        assertThat(one("agents", "show", "careful-research", "--json").textList("capabilities"))
                .containsExactly("research");
        assertThat(shell.type("agents", "show", "nobody").err())
                .isEqualTo("orrery: there is no agent 'nobody'; 'orrery agents list' lists them\n");
    }

    @Test
    void faultsOfAgentFilesAreNamedByFileAndLine() {
        assertThat(shell.type("agents", "check", "faulty"))
                .isEqualTo(new Shell.Result(1, "faulty/x.md:3: 'tool' is no key; did you mean 'tools'?\n", ""));
        assertThat(shell.type("agents", "check").status()).isZero();
    }

    private Json one(String... words) {
        var result = shell.type(words);
        assertThat(result.out()).as(result.err()).hasLineCount(1);
        return JsonText.parse(result.out());
    }
}
