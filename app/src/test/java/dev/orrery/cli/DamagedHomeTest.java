package dev.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.cli.session.Surroundings;
import dev.orrery.cli.terminal.Output;
import dev.orrery.cli.terminal.Terminal;
import dev.orrery.journal.Blob;
import dev.orrery.journal.Home;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.message.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code orrery verify-journal} on each kind of damage: it exits with 1 and names the place. */
class DamagedHomeTest {
    private static final StreamId STREAM = new StreamId(StreamId.LOCAL, StreamId.Kind.MEMORY, "facts");
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    @Test
    void aHomeThatWasLeftAloneIsWholeAndIsLeftAsItWas() throws Exception {
        Path home = crashed("whole");
        byte[] log = Files.readAllBytes(home.resolve("journal.db-wal"));

        assertThat(verify(home))
                .isEqualTo(new Result(0, verify(closed("closed")).out()));
        assertThat(home.resolve("journal.db-wal")).hasBinaryContent(log);
    }

    @Test
    void aFlippedBitOfARecordNamesItsStreamAndEvent() throws Exception {
        Path home = closed("home");
        flip(home.resolve("journal.db"), "fact number 7");

        assertNames(home, "local/memory/facts event 7");
    }

    @Test
    void aFlippedBitOfAContentNamesTheContent() throws Exception {
        Path home = closed("home");
        flip(home.resolve("journal.db"), "content number 7");

        assertNames(home, "content [0-9a-f]{64}");
    }

    @Test
    void aFlippedBitOfTheLogNamesTheLogAndIsNamedAgainTheNextTime() throws Exception {
        Path home = crashed("home");
        Path log = home.resolve("journal.db-wal");
        flip(log, Files.size(log) / 2);
        Files.delete(home.resolve("journal.head"));

        assertNames(home, "journal.db-wal");
        assertNames(home, "journal.db-wal");
    }

    @Test
    void filesThatAreCutOffAreNamed() throws Exception {
        for (String file : List.of("journal.db", "journal.db-wal")) {
            Path home = file.endsWith("wal") ? crashed("cut-" + file) : closed("cut-" + file);
            byte[] bytes = Files.readAllBytes(home.resolve(file));
            Files.write(home.resolve(file), Arrays.copyOf(bytes, bytes.length / 2));
            assertNames(home, "journal.db");
        }
    }

    @Test
    void pagesThatChangedPlacesAreFoundWhicheverTheyAre() throws Exception {
        Path pristine = closed("pristine");
        int pages = (int) (Files.size(pristine.resolve("journal.db")) / PAGE);
        for (int page = 1; page + 1 < pages; page++) {
            Path home = copy(pristine, "swapped-" + page);
            byte[] bytes = Files.readAllBytes(home.resolve("journal.db"));
            byte[] one = Arrays.copyOfRange(bytes, page * PAGE, (page + 1) * PAGE);
            byte[] other = Arrays.copyOfRange(bytes, (page + 1) * PAGE, (page + 2) * PAGE);
            // Empty pages are all the same.
            if (Arrays.equals(one, other)) continue;
            System.arraycopy(other, 0, bytes, page * PAGE, PAGE);
            System.arraycopy(one, 0, bytes, (page + 1) * PAGE, PAGE);
            Files.write(home.resolve("journal.db"), bytes);
            assertThat(verify(home).status())
                    .as("pages %d and %d swapped", page, page + 1)
                    .isEqualTo(1);
        }
    }

    @Test
    void anOlderDatabaseANumberThatCannotBeReadAndADatabaseThatIsGoneAreNamed() throws Exception {
        Path older = closed("older");
        Path newer = copy(older, "newer");
        try (var journal = SqliteJournal.open(Home.open(newer), List.of())) {
            append(journal, 20, 22);
        }
        Files.copy(newer.resolve("journal.head"), older.resolve("journal.head"), StandardCopyOption.REPLACE_EXISTING);
        assertNames(older, "journal.db: commits 21 to 22 are missing");

        Files.writeString(older.resolve("journal.head"), "no number");
        assertNames(older, "journal.head");

        Files.delete(newer.resolve("journal.db"));
        assertNames(newer, "journal.db: it is gone");
    }

    private void assertNames(Path home, String place) {
        Result result = verify(home);
        assertThat(result.status()).as(result.out()).isEqualTo(1);
        assertThat(result.out()).containsPattern(place);
    }

    private Path closed(String name) throws IOException {
        Path home = folder.resolve(name);
        try (var journal = SqliteJournal.open(Home.open(home), List.of())) {
            append(journal, 0, 20);
        }
        return home;
    }

    /** A home as a crash leaves it: all is in the log. */
    private Path crashed(String name) throws IOException {
        Path home = folder.resolve(name + "-open");
        try (var journal = SqliteJournal.open(Home.open(home), List.of())) {
            append(journal, 0, 20);
            return copy(home, name);
        }
    }

    private static void append(SqliteJournal journal, int from, int to) {
        for (int n = from; n < to; n++) {
            Json body = Json.object().with("text", "fact number " + (n + 1));
            var event = new StoredEvent("written", 1, Instant.EPOCH.plusSeconds(n), body);
            journal.append(STREAM, n, List.of(event), List.of(Blob.of("content number " + (n + 1) + ", ".repeat(200))));
        }
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith("-shm")) Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    /** Flips a bit wherever the text stands: a page may keep what was moved from it, and nobody reads that. */
    private static void flip(Path file, String text) throws IOException {
        String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(all).contains(text);
        for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) flip(file, at);
    }

    private static void flip(Path file, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 1;
        Files.write(file, bytes);
    }

    private record Result(int status, String out) {}

    private Result verify(Path home) {
        var out = new ByteArrayOutputStream();
        int status = Main.run(
                new Surroundings(
                        InputStream.nullInputStream(),
                        new Output(out),
                        new Output(new ByteArrayOutputStream()),
                        Terminal.NONE,
                        Map.of("ORRERY_HOME", home.toString()),
                        folder,
                        "orrery",
                        InstantSource.system(),
                        ZoneOffset.UTC,
                        Surroundings.ofProcess().source()),
                "verify-journal");
        return new Result(status, out.toString(StandardCharsets.UTF_8));
    }
}
