package dev.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.RunStatus;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that stay with a run exit by its outcome; the answer is on stdout, everything else on stderr. */
class FollowTest {
    @TempDir
    Path folder;

    /** Said once, when a run begins without a model. */
    private static final String NO_MODEL =
            "orrery: no model is set, so the report quotes what was read; to have one work,"
                    + " add --model openai:NAME or anthropic:NAME\n";

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void aRunThatIsDoneGivesItsReportAndNothingElse() {
        check(RunStatus.DONE, 0, Sample.REPORT, "orrery: run r7f3a9k2\n");
    }

    @Test
    void aGapIsNamed() {
        check(RunStatus.GAPS, 3, Sample.REPORT, """
                orrery: run r7f3a9k2
                orrery: gap in research/copper-finch: Copper Finch was given up: no statement
                """);
    }

    @Test
    void aQuestionComesWithTheCommandThatAnswersIt() {
        check(RunStatus.WAITING, 4, "", """
                orrery: run r7f3a9k2
                orrery: run r7f3a9k2 waits for you. q1, a question: Who are the competitors?
                orrery:   orrery answer r7f3a9k2 "YOUR ANSWER" --wait
                orrery: run r7f3a9k2 waits for you. q2, a tool call to approve (until 2026-11-24T11:15:30.250Z): \
                files.write {"path":"notes.md"}
                orrery:   orrery approve r7f3a9k2 q2 --wait
                orrery:   orrery deny r7f3a9k2 q2 --wait
                """);
    }

    @Test
    void aFailureSaysWhy() {
        check(RunStatus.FAILED, 1, "", """
                orrery: run r7f3a9k2
                orrery: run r7f3a9k2 failed: no agent has the capability plan
                """);
    }

    @Test
    void aCancelledRunExitsLikeAnInterruptedProgram() {
        check(RunStatus.CANCELLED, 130, "", """
                orrery: run r7f3a9k2
                orrery: run r7f3a9k2 was cancelled: cancelled by the user
                """);
    }

    private void check(RunStatus ending, int status, String out, String err) {
        shell.library.ending = ending;

        var run = shell.type("run", Sample.GOAL);
        var resume = shell.type("resume", "r7");

        assertThat(run).isEqualTo(new Shell.Result(status, out, NO_MODEL + err));
        assertThat(resume).isEqualTo(new Shell.Result(status, out, err));
        assertThat(shell.library.closed).isTrue();
    }

    @Test
    void programsGetEachEventOnALineAndNoReport() {
        var result = shell.type("run", Sample.GOAL, "--json");

        List<String> lines = result.out().lines().toList();
        assertThat(lines).hasSize(Sample.events().size());
        assertThat(lines)
                .allSatisfy(line -> assertThat(JsonText.parse(line).text("run")).isEqualTo(Sample.RUN));
        assertThat(result.out()).doesNotContain("# Scaling");
        assertThat(result.err()).isEqualTo(NO_MODEL);
    }

    @Test
    void aWordOfTheHumanIsPassedOnAndThenTheRunGoesOn() {
        assertThat(shell.type("answer", "r7", "Tarnwick", "--wait").status()).isZero();
        assertThat(shell.type("approve", "r7", "q2", "--wait").status()).isZero();
        assertThat(shell.type("deny", "r7", "q2", "--why", "not now").err())
                .isEqualTo("orrery: denied; run r7f3a9k2 goes on with: orrery resume r7f3a9k2\n");

        assertThat(shell.library.told)
                .containsExactly(
                        "answer r7f3a9k2 Tarnwick",
                        "resume r7f3a9k2",
                        "approve r7f3a9k2 q2",
                        "resume r7f3a9k2",
                        "deny r7f3a9k2 q2 not now");
    }

    @Test
    void aReaderThatWentAwayIsNoError() {
        var result = shell.typeInto(broken("Broken pipe"), "events", "r7", "--json");

        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aReportThatCouldNotBeWrittenIsAnError() {
        var result = shell.typeInto(broken("No space left on device"), "run", Sample.GOAL);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("could not be written to stdout (No space left on device)");
    }

    private static OutputStream broken(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }
}
