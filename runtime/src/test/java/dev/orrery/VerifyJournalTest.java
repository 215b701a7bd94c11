package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.journal.JournalCheck;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** What is stored of a real run is found whole when it is, and every damage is found and named when it is not. */
class VerifyJournalTest {
    /** How many places of a file are flipped, one at a time. */
    private static final int FLIPS = 40;

    @TempDir
    private Path folder;

    @Test
    void aRunThatWasLeftAloneIsWhole() throws Exception {
        JournalCheck check = Checkup.stored(closed());

        assertThat(check.damages()).isEmpty();
        assertThat(check.records()).isPositive();
        assertThat(check.blobs()).isPositive();
    }

    @Test
    void aContentThatAnEventNamesAndThatIsMissingIsNamedWithTheEvent() throws Exception {
        Path home = closed();
        long contents = Checkup.stored(home).blobs();
        var silent = new ArrayList<Long>();
        for (long id = 1; id <= contents; id++) {
            Path copy = image(home, "without-" + id);
            change(copy, "DELETE FROM blobs WHERE id = " + id);
            boolean named = Checkup.stored(copy).damages().stream()
                    .anyMatch(d -> d.place().matches("local/run/looks event \\d+")
                            && d.what().matches("the content [0-9a-f]{64} that it names is missing"));
            if (!named) silent.add(id);
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void aContentThatChangedIsNamed() throws Exception {
        Path home = closed();
        change(home, "UPDATE blobs SET bytes = x'00' WHERE id = 2");

        assertThat(Checkup.stored(home).damages())
                .anySatisfy(d -> assertThat(d.place()).startsWith("content "))
                .allSatisfy(d -> assertThat(d.todo()).isNotEmpty());
    }

    @Test
    void recordsThatChangedPlacesAreFound() throws Exception {
        Path home = closed();
        change(
                home,
                "CREATE TEMP TABLE kept AS SELECT * FROM records WHERE number IN (3, 4);"
                        + "UPDATE records SET (events, crc, hash, text) ="
                        + " (SELECT events, crc, hash, text FROM kept WHERE kept.number = 7 - records.number)"
                        + " WHERE number IN (3, 4)");

        assertThat(Checkup.stored(home).damages())
                .anySatisfy(d -> assertThat(d.place()).startsWith("local/run/looks event "));
    }

    @Test
    void aHeadAheadOfTheDatabaseSaysWhichCommitsAreMissingThoughTheHomeDoesNotOpen() throws Exception {
        Path home = closed();
        Path older = image(home, "older");
        try (var orrery = Orrery.open(TwoLooks.config(home))) {
            orrery.run(RunRequest.of(TwoLooks.GOAL).withId("more"), _ -> {});
        }
        Files.copy(home.resolve("journal.head"), older.resolve("journal.head"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> Orrery.open(TwoLooks.config(older))).isInstanceOf(OrreryException.class);
        assertThat(Checkup.stored(older).damages()).singleElement().satisfies(d -> {
            assertThat(d.what()).matches("commits \\d+ to \\d+ are missing");
            assertThat(d.todo()).contains("Restore the folder from a backup");
        });
    }

    @Test
    void aDatabaseThatIsGoneIsADamageAndAnEmptyFolderIsNot() throws Exception {
        Path home = closed();
        Files.delete(home.resolve("journal.db"));

        assertThat(Checkup.stored(home).damages())
                .anySatisfy(d -> assertThat(d.what()).isEqualTo("it is gone"));
        assertThat(home.resolve("journal.db")).doesNotExist();
        assertThatThrownBy(() -> Checkup.stored(folder.resolve("nothing"))).hasMessageContaining("there is no home");
    }

    @Test
    void aFlippedByteOfTheDatabaseIsFoundOrHarmless() throws Exception {
        check(closed(), "journal.db");
    }

    @Test
    void aFlippedByteOfTheLogIsFoundOrHarmless() throws Exception {
        check(crashed(), "journal.db-wal");
    }

    @Test
    void aFileThatIsCutOffIsFound() throws Exception {
        for (String file : List.of("journal.db", "journal.db-wal")) {
            Path home = file.endsWith("wal") ? crashed() : closed();
            for (int part = 1; part < 8; part++) {
                Path copy = image(home, "cut-" + file + part);
                try (var cut = new RandomAccessFile(copy.resolve(file).toFile(), "rw")) {
                    cut.setLength(cut.length() * part / 8);
                }
                assertThat(Checkup.stored(copy).whole())
                        .as("%s cut after %d eighths", file, part)
                        .isFalse();
            }
        }
    }

    /** Flips bytes one at a time: it is reported, or everything can still be read as it was written. */
    private void check(Path home, String file) throws Exception {
        List<EventView> before = events(image(home, "pristine"));
        long bytes = Files.size(home.resolve(file));
        var silent = new ArrayList<Long>();
        for (long at = bytes / FLIPS / 2; at < bytes; at += bytes / FLIPS) {
            Path copy = image(home, "flipped-" + at);
            try (var flipped = new RandomAccessFile(copy.resolve(file).toFile(), "rw")) {
                flipped.seek(at);
                int was = flipped.read();
                flipped.seek(at);
                flipped.write(was ^ 0x10);
            }
            if (Checkup.stored(copy).whole() && !events(copy).equals(before)) silent.add(at);
        }
        assertThat(silent).as("bytes of %s that flipped in silence", file).isEmpty();
    }

    private static List<EventView> events(Path home) {
        try (var orrery = Orrery.open(TwoLooks.config(home))) {
            return orrery.events("looks");
        }
    }

    private Path closed() {
        Path home = folder.resolve("closed");
        if (!Files.exists(home)) run(home).close();
        return home;
    }

    /** A home as a crash leaves it: all of the run is in the log. */
    private Path crashed() throws IOException {
        try (var _ = run(folder.resolve("open"))) {
            return image(folder.resolve("open"), "crashed");
        }
    }

    private static Orrery run(Path home) {
        var orrery = Orrery.open(TwoLooks.config(home));
        orrery.run(RunRequest.of(TwoLooks.GOAL).withId("looks"), _ -> {});
        return orrery;
    }

    private Path image(Path from, String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith("-shm")) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return to;
    }

    private static void change(Path home, String sql) throws SQLException {
        try (Connection connection =
                        JDBC.createConnection("jdbc:sqlite:" + home.resolve("journal.db"), new Properties());
                Statement statement = connection.createStatement()) {
            for (String one : sql.split(";")) statement.executeUpdate(one);
        }
    }
}
