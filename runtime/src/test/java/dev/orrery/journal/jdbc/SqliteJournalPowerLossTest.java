package dev.orrery.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.journal.Home;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A loss of power leaves what was forced to the disk, and of what was not, anything: nothing, a part, or sectors with
 * holes between them. What was acknowledged is there, and the rest is not taken for damage.
 */
class SqliteJournalPowerLossTest {
    private static final StreamId RUN = StreamId.run("moon-1");
    private static final int ACKNOWLEDGED = 8;
    private static final int SECTOR = 512;

    /** How many images each promise is tried on. */
    private static final int IMAGES = Integer.getInteger("orrery.images", 40);

    @TempDir
    Path folder;

    private Home before;
    private byte[] forced;
    private byte[] unforced;

    /** Takes an image after the last acknowledged event, and the log with one more that was on its way. */
    @BeforeEach
    void appendOneMore() throws IOException {
        var home = Home.open(folder.resolve("home"));
        try (SqliteJournal journal = SqliteJournal.open(home, Given.LISTS)) {
            Given.fill(journal, RUN, ACKNOWLEDGED);
            before = Given.image(home, folder.resolve("before"));
            forced = Files.readAllBytes(Opening.walFile(home));
            Given.fill(journal, RUN, 2);
            byte[] all = Files.readAllBytes(Opening.walFile(home));
            assertThat(Arrays.copyOf(all, forced.length)).isEqualTo(forced);
            unforced = Arrays.copyOfRange(all, forced.length, all.length);
        }
    }

    @Test
    void theLogMayEndAnywhereBehindWhatWasAcknowledged() throws IOException {
        int step = Math.max(1, unforced.length / IMAGES);
        for (int kept = 0; kept <= unforced.length; kept += step) check("cut-" + kept, Arrays.copyOf(unforced, kept));
        check("whole", unforced);
    }

    @Test
    void anySectorsBehindWhatWasAcknowledgedMayBeMissing() throws IOException {
        var random = new Random(20260301);
        for (int i = 0; i < IMAGES; i++) {
            byte[] holed = unforced.clone();
            for (int at = 0; at < holed.length; at += SECTOR) {
                if (random.nextInt(4) == 0) Arrays.fill(holed, at, Math.min(at + SECTOR, holed.length), (byte) 0);
            }
            check("holed-" + i, holed);
        }
    }

    @Test
    void theHeadMayBeOlder() throws IOException {
        var home = Home.open(folder.resolve("older-head"));
        try (SqliteJournal journal = SqliteJournal.open(home, Given.LISTS)) {
            Given.fill(journal, RUN, 2);
            byte[] head = Files.readAllBytes(home.headFile());
            Given.fill(journal, RUN, 40);
            Home after = Given.image(home, folder.resolve("older-head-after"));
            Files.write(after.headFile(), head);
            try (SqliteJournal again = SqliteJournal.open(after, Given.LISTS)) {
                assertThat(again.lastSeq(RUN)).isEqualTo(42);
            }
        }
    }

    private void check(String name, byte[] behind) throws IOException {
        Home home = Given.image(before, folder.resolve(name));
        byte[] log = Arrays.copyOf(forced, forced.length + behind.length);
        System.arraycopy(behind, 0, log, forced.length, behind.length);
        Files.write(Opening.walFile(home), log);
        try (SqliteJournal journal = SqliteJournal.open(home, Given.LISTS)) {
            List<Recorded> events = journal.read(RUN, 0, 999);
            assertThat(events).as(name).hasSizeBetween(ACKNOWLEDGED, ACKNOWLEDGED + 2);
            assertThat(events.size() % 2)
                    .as("a record is there wholly or not at all")
                    .isZero();
            assertThat(journal.check().damages()).as(name).isEmpty();
            Given.fill(journal, RUN, 2);
            assertThat(journal.check().damages()).as(name).isEmpty();
        }
    }
}
