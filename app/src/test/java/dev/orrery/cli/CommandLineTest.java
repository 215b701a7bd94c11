package dev.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is malformed is refused with 2 and one line that names it; what is unknown with 1. */
class CommandLineTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("home"));
    }

    @TestFactory
    Stream<DynamicTest> refusals() throws IOException {
        String file = Files.createFile(folder.resolve("file.txt")).toString();
        String none = folder.resolve("none").toString();
        return Stream.of(
                refused(2, "unknown command 'rnus'; did you mean 'runs'", "rnus"),
                refused(2, "unknown command 'frobnicate'. See 'orrery --help'", "frobnicate"),
                refused(2, "unknown option '--jsn'; did you mean '--json'?", "runs", "--jsn"),
                refused(2, "missing: GOAL", "run"),
                refused(2, "missing: RUN", "show"),
                refused(2, "missing: TEXT", "answer", Sample.RUN),
                refused(2, "the goal is empty", "run", "  "),
                refused(2, "put what belongs together in quotes", "run", "compare", "these", "two"),
                refused(2, "no such folder", "run", "goal", "--knowledge", none),
                refused(2, "is a file", "run", "goal", "--knowledge", file),
                refused(2, "no such folder", "run", "goal", "--agents", none),
                refused(2, "is a file", "run", "goal", "--out", file),
                refused(2, "malformed option '--id'", "run", "goal", "--id", "a/b"),
                refused(
                        2,
                        "--base-url http://127.0.0.1:1/v1 needs the name of a model",
                        "run",
                        "goal",
                        "--base-url",
                        "http://127.0.0.1:1/v1"),
                refused(2, "malformed RUN '../x'", "show", "../x"),
                refused(2, "malformed option '--attempt'", "context", Sample.RUN, "plan", "--attempt", "0"),
                refused(2, "malformed option '--turn'", "context", Sample.RUN, "plan", "--turn", "-1"),
                refused(2, "the answer is empty", "answer", Sample.RUN, " "),
                refused(2, "malformed SHELL 'fish'", "completion", "fish"),
                refused(2, "'orrery' has no command 'nothing'", "help", "nothing"),
                refused(1, "there is no run x1", "show", "x1"),
                refused(1, "there is no run x1", "events", "x1"),
                refused(1, "there is no run x1", "resume", "x1"),
                refused(1, "no such turn", "context", Sample.RUN, "plan", "--turn", "3"),
                refused(1, "comes too late", "cancel", Sample.RUN));
    }

    @TestFactory
    Stream<DynamicTest> malformedBudgets() {
        return Stream.of(
                badBudget("tokens", "tokens=many"),
                badBudget("tokens", "tokens=-5"),
                badBudget("tokens", "tokens="),
                badBudget("tokens", "tokens=1,tokens=2"),
                badBudget("cost", "cost=1.2345678"),
                badBudget("cost", "turns=3,cost=abc"),
                badBudget("turns", "turns=0"),
                badBudget("time", "time=10"),
                badBudget("time", "time=0s"),
                badBudget("time", "time=1week"),
                badBudget("money", "money=3"),
                badBudget("KEY=VALUE", "tokens"),
                badBudget("KEY=VALUE", ""));
    }

    private DynamicTest badBudget(String named, String budget) {
        return refused(2, named, "run", "goal", "--budget", budget);
    }

    private DynamicTest refused(int status, String part, String... words) {
        return DynamicTest.dynamicTest(String.join(" ", words), () -> {
            var result = shell.type(words);
            assertThat(result.err()).startsWith("orrery: ").contains(part).hasLineCount(1);
            assertThat(result.status()).isEqualTo(status);
            assertThat(result.out()).isEmpty();
        });
    }

    @Test
    void aBudgetIsReadInItsUnits() {
        shell.type("run", "goal", "--budget", "tokens=200000,cost=0.50,turns=7,time=2h");

        var budget = shell.library.requests.getFirst().budget();
        assertThat(budget.cap().tokens()).isEqualTo(200_000);
        assertThat(budget.cap().costMicros()).isEqualTo(500_000);
        assertThat(budget.cap().turns()).isEqualTo(7);
        assertThat(budget.timeMillis()).isEqualTo(7_200_000);
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(shell.type("--version").out()).matches("orrery \\S+\n");
    }

    @Test
    void withoutACommandThereIsHelp() {
        var result = shell.type();

        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("Usage: orrery");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(shell.type("completion", "bash").out())
                .contains("complete -F")
                .contains("approvals");
    }

    @Test
    void theHomeMayBeNamedBeforeAndAfterTheCommand() {
        Path home = folder.resolve("my home");

        shell.library.ending = dev.orrery.kernel.RunStatus.RUNNING;
        assertThat(shell.type("--home", home.toString(), "run", "goal").err())
                .contains("orrery --home '" + home + "' resume " + Sample.RUN);
        assertThat(shell.type("run", "goal", "--home", home.toString()).err())
                .contains("orrery --home '" + home + "' resume " + Sample.RUN);
    }

    @Test
    void whoWorksIsSaidWhenARunBeginsUnlessItWasTyped() throws IOException {
        assertThat(shell.type("run", "goal").err()).startsWith("orrery: no model is set");
        assertThat(shell.type("run", "goal", "--model", "openai:x").err()).doesNotContain("model");
        assertThat(shell.type("run", "goal", "--id", Sample.RUN).err())
                .as("it has ended, and only its report is printed")
                .doesNotContain("model");

        Files.writeString(Files.createDirectories(folder.resolve("home")).resolve("orrery.yaml"), "model: openai:y");
        assertThat(shell.type("run", "goal").err())
                .startsWith("orrery: openai:y works for the agents: orrery.yaml says so\n");
    }

    @Test
    void anUnforeseenErrorIsOneLineToo() throws IOException {
        Files.createDirectory(folder.resolve("home"));
        shell.library.breaksWith = java.util.Optional.of(new IllegalStateException("state 7"));

        var result = shell.type("run", "goal");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .endsWith("orrery: this should not happen: state 7; details are in " + folder.resolve("home/crash.txt")
                        + "\n");
        assertThat(folder.resolve("home/crash.txt"))
                .content()
                .contains("IllegalStateException: state 7", "CommandLineTest");
    }
}
