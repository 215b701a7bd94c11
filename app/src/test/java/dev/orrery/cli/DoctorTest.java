package dev.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.journal.JournalCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Doctor says of each thing how it stands, and exits with 1 when something fails. */
class DoctorTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void whatWorksIsOk() {
        var result = shell.type("doctor");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines())
                .anyMatch(line -> line.startsWith("ok    java       Java "))
                .anyMatch(line -> line.equals(
                        "ok    journal    14 records in 2 streams and 9 contents, all as they were written"))
                .anyMatch(line -> line.startsWith("ok    reading    "))
                .anyMatch(line -> line.startsWith("warn  start-up   "));
    }

    @Test
    void aDamagedJournalFailsAndIsNamed() {
        shell.library.journal =
                new JournalCheck(2, 14, 9, 14, List.of(new JournalCheck.Damage("journal.db", "cut off")));

        var result = shell.type("doctor");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("fail  journal    1 damage, the first: journal.db: cut off. Keep a copy");
    }

    @Test
    void whatDoesNotReadFailsWithTheReason() {
        shell.library.readingFaults = List.of("meaning does not count in searches: no native code");

        assertThat(shell.type("doctor").out())
                .contains("fail  reading    meaning does not count in searches: no native code. See");
    }

    @Test
    void aHomeThatIsAFileFails() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(shell.type("doctor", "--home", file.toString()).status()).isEqualTo(1);
    }
}
