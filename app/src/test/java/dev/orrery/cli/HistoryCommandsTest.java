package dev.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.journal.JournalCheck;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands about history say, and how they exit. */
class HistoryCommandsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void aWholeJournalExitsWithZero() {
        var result = shell.type("verify-journal");

        assertThat(result.status()).isZero();
        assertThat(result.out()).isEqualTo("whole: 14 records in 2 streams and 9 contents, all as they were written\n");
    }

    @Test
    void everyDamageIsALineWithItsPlaceAndWhatToDoAndTheExitIsOne() {
        var damage = new JournalCheck.Damage("local/run/r7 event 3 (commit 2)", "its checksum is wrong");
        shell.library.journal = new JournalCheck(2, 14, 9, 14, List.of(damage));

        var result = shell.type("verify-journal");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains("local/run/r7 event 3 (commit 2): its checksum is wrong. Keep a copy of the home")
                .endsWith("damaged: 1 damage in 14 records in 2 streams and 9 contents\n");
        assertThat(shell.type("verify-journal", "--json").status()).isEqualTo(1);
    }

    @Test
    void aReplaySaysHowManyEventsAndWhichState() {
        assertThat(shell.type("replay", "r7").out())
                .matches("14 events replayed, the same state \\(hash [0-9a-f]{12}\\)\n");
    }

    @Test
    void exportAndImportSayWhatTheyDid() {
        assertThat(shell.type("export", "r7", "--out", "run.orrery").err()).contains("is in run.orrery: 14 events");
        assertThat(shell.type("import", "run.orrery").err()).contains("is imported: 14 events");
        assertThat(shell.type("export", "r7").status()).isEqualTo(2);
    }
}
