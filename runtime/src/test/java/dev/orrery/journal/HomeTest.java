package dev.orrery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    private static final StreamId RUN = StreamId.run("moon-1");

    @TempDir
    Path folder;

    @Test
    void aHomeIsMadeForItsOwnerOnly() throws Exception {
        Home home = Home.open(folder.resolve("deep/below/.orrery"));

        assertThat(Files.isDirectory(home.folder().resolve("runs"))).isTrue();
        assertThat(Files.getPosixFilePermissions(home.folder())).hasSize(3);
        assertThat(Home.open(home.folder()).journalFile()).isEqualTo(home.journalFile());
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("taken"), "");
        assertThatThrownBy(() -> Home.open(file))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> Home.open(file.resolve("below"))).isInstanceOf(JournalUnavailable.class);
    }

    @Test
    void oneAtATimeWorksOnARun() {
        Home home = Home.open(folder);
        Home same = Home.open(folder);
        Optional<HomeLock> lock = home.tryLock(RUN);

        assertThat(lock).isPresent();
        assertThat(same.tryLock(RUN)).isEmpty();
        assertThat(same.isLocked(RUN)).isTrue();
        assertThat(same.lastHolder(RUN)).hasValue(ProcessHandle.current().pid());
        assertThat(same.tryLock(StreamId.run("moon-2"))).isPresent();
        lock.get().close();
        lock.get().close();
        assertThat(same.isLocked(RUN)).isFalse();
        assertThat(same.tryLock(RUN)).isPresent();
    }

    @Test
    void tenantsDoNotShareLocks() {
        Home home = Home.open(folder);
        assertThat(home.tryLock(RUN)).isPresent();
        assertThat(home.tryLock(new StreamId("acme", StreamId.Kind.RUN, "moon-1")))
                .isPresent();
        assertThat(home.tryLock("index")).isPresent();
    }

    @Test
    void anIdIsSafeAsAFileName() {
        for (String id :
                new String[] {"", ".", "..", "../x", "a/b", "a\\b", "a b", "-x", "ä", "a\n", "x".repeat(129)}) {
            assertThatThrownBy(() -> StreamId.run(id))
                    .as(id)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is no valid run id");
        }
        assertThat(StreamId.run("Moon_1.2-x")).hasToString("local/run/Moon_1.2-x");
    }
}
