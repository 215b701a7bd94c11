package dev.orrery.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Home;
import dev.orrery.journal.JournalFull;
import dev.orrery.journal.StreamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is full: a file system in memory of two megabytes, half of which can be given back. */
class FullDiskTest {
    private static final StreamId RUN = StreamId.run("moon-1");
    private static final int BALLAST = 1 << 20;

    @TempDir
    Path folder;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString());
        assumeTrue(mounted, "no small disk can be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) assertThat(run("umount", folder.toString())).isTrue();
    }

    @Test
    void whatDoesNotFitIsRefusedAndWorkGoesOnWhenThereIsSpaceAgain() throws Exception {
        Path ballast = Files.write(folder.resolve("ballast"), new byte[BALLAST]);
        var home = Home.open(folder.resolve("home"));
        long acknowledged;
        try (SqliteJournal journal = SqliteJournal.open(home, Given.LISTS)) {
            acknowledged = appendUntilFull(journal, 0);
            // Again, as the first failure must leave nothing behind that would let the second one through.
            assertThat(appendUntilFull(journal, acknowledged)).isEqualTo(acknowledged);
            assertThat(journal.read(RUN, 0, 9_999)).hasSize((int) acknowledged);

            Files.delete(ballast);
            journal.append(RUN, acknowledged, List.of(Given.event("a", acknowledged)), List.of(content(acknowledged)));
            assertThat(journal.check().damages()).isEmpty();
        }
        try (SqliteJournal journal = SqliteJournal.open(home, Given.LISTS)) {
            assertThat(journal.lastSeq(RUN)).isEqualTo(acknowledged + 1);
            assertThat(journal.blobs().get(content(acknowledged).hash())).isPresent();
            assertThat(journal.check().damages()).isEmpty();
        }
    }

    /** Returns how many events there are when one was refused. */
    private static long appendUntilFull(SqliteJournal journal, long from) {
        for (long seq = from; seq < 1_000; seq++) {
            try {
                journal.append(RUN, seq, List.of(Given.event("a", seq)), List.of(content(seq)));
            } catch (JournalFull full) {
                assertThat(full).hasMessageContaining("disk full").hasMessageContaining("were not written");
                return seq;
            }
        }
        throw new AssertionError("the disk does not fill up");
    }

    private static Blob content(long seq) {
        return Blob.of(("content " + seq + " ").repeat(2_000));
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
