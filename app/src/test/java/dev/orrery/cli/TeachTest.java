package dev.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a human says of reports, and decides on what was learned from it. */
class TeachTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("home"));
    }

    @Test
    void eachKindOfFeedbackReachesTheLibrary() throws IOException {
        Path file = Files.writeString(folder.resolve("report.md"), "# Scaling\n");

        shell.type("feedback", Sample.RUN, "--rating", "4");
        shell.type("feedback", Sample.RUN, "--approve");
        shell.type("feedback", "r7", "--reject", "stale");
        shell.type("feedback", Sample.RUN, "--edited", file.toString());

        assertThat(shell.library.told)
                .containsExactly(
                        "feedback " + Sample.RUN + " Rating[stars=4]",
                        "feedback " + Sample.RUN + " Approval[]",
                        "feedback " + Sample.RUN + " Rejection[why=stale]",
                        "feedback " + Sample.RUN + " EditedCopy[text=# Scaling\n]");
    }

    @Test
    void whatFeedbackLedToIsSaidWithTheCommandThatTakesIt() {
        var result = shell.type("feedback", Sample.RUN, "--approve");

        assertThat(result.status()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo("orrery: " + Sample.RUN + ": understood\n"
                        + "orrery: this led to l-4f0a9c: For research, take research before quick. To take it: orrery"
                        + " learn accept l-4f0a9c\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    feedback                          | missing: RUN
                    feedback r7                       | say one of --rating, --approve, --reject and --edited
                    feedback r7 --approve --rating 3  | say one of --rating, --approve, --reject and --edited
                    feedback r7 --rating 6            | a rating is a number from 1 to 5, not 6
                    feedback r7 --rating many         | malformed option '--rating'
                    feedback r7 --edited none.md      | none.md is not a file
                    feedback ../x --approve           | malformed RUN '../x'
                    learn                             | say which: list, show, accept, reject, rollback
                    learn forget                      | unknown command 'forget'
                    learn accept                      | missing: ID
                    """)
    void whatIsMalformedIsRefusedInOneLine(String line, String why) {
        var result = shell.type(line.strip().split(" +"));

        assertThat(result.err()).startsWith("orrery: ").contains(why.strip()).hasLineCount(1);
        assertThat(result.status()).isEqualTo(2);
        assertThat(shell.library.told).isEmpty();
    }

    @Test
    void anUnknownProposalIsRefusedWithOne() {
        assertThat(shell.type("learn", "show", "l-none").status()).isEqualTo(1);
        assertThat(shell.type("learn", "accept", "l-none").err()).isEqualTo("orrery: there is no proposal l-none\n");
    }

    @Test
    void proposalsAreListedForPeopleAndForPrograms() {
        assertThat(shell.type("learn", "list").out())
                .isEqualTo("l-4f0a9c  proposed     For research, take research before quick."
                        + "  quick passed 0 of 10 verdicts\n");
        assertThat(JsonText.parse(
                        shell.type("learn", "show", "l-4f0a9c", "--json").out()))
                .isEqualTo(Sample.proposal().toJson());
        assertThat(shell.type("learn", "show", "l-4f0a9c").out())
                .contains(Sample.RUN + " event 17  flagged research/tarnwick, attempt 1 of quick");
    }

    @Test
    void decisionsReachTheLibrary() {
        shell.type("learn", "accept", "l-4f0a9c");
        shell.type("learn", "reject", "l-4f0a9c", "--why", "no");
        shell.type("learn", "rollback", "l-4f0a9c");

        assertThat(shell.library.told).containsExactly("accept l-4f0a9c", "reject l-4f0a9c no", "rollback l-4f0a9c");
    }

    @Test
    void feedbackIsListedForPeopleAndForPrograms() {
        assertThat(shell.type("feedback", "list").out())
                .isEqualTo(Sample.RUN + "  2026-11-24 10:16  edited 1 line: dropped 1 statement\n");
        assertThat(JsonText.parse(shell.type("feedback", "list", "--json").out())
                        .text("kind"))
                .isEqualTo("edited");
    }
}
