package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.learning.Feedback;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** A run goes to another home as one file, whole or not at all. */
class RunExportTest {
    @TempDir
    private Path folder;

    @Test
    void anImportedRunIsTheSameRun() throws Exception {
        Path file = exported();
        try (var here = open("here");
                var there = open("there")) {
            assertThat(there.history().importRun(file).added())
                    .isEqualTo(here.events("looks").size());

            assertThat(there.events("looks")).isEqualTo(here.events("looks"));
            assertThat(there.show("looks").report()).isEqualTo(TwoLooks.REPORT);
            assertThat(window(there)).isEqualTo(window(here));
            assertThat(there.history().replay("looks")).isEqualTo(here.history().replay("looks"));
            there.feedback("looks", new Feedback.Rating(5));
            assertThat(there.feedback()).hasSize(1);
        }
        assertThat(Checkup.stored(folder.resolve("there")).damages()).isEmpty();
    }

    @Test
    void theHeadOfAnExportIsTheOneThatTheJournalKeeps() throws Exception {
        try (var zip = new ZipFile(exported().toFile())) {
            String manifest = new String(
                    zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(manifest).contains(headOf(folder.resolve("here")));
        }
    }

    @Test
    void theSameHistoryGivesTheSameBytesAlsoFromAnotherHome() throws Exception {
        Path file = exported();
        Path again = folder.resolve("again");
        try (var there = open("there")) {
            there.history().importRun(file);
            there.history().export("looks", again);
            assertThatThrownBy(() -> there.history().export("looks", again)).hasMessageContaining("is there already");
        }
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void aRunThatIsHereStaysAsItIs() throws Exception {
        Path file = exported();
        try (var here = open("here");
                var other = open("other")) {
            assertThat(here.history().importRun(file).added()).isZero();
            other.run(RunRequest.of(TwoLooks.GOAL + "?").withId("looks"), _ -> {});
            List<EventView> before = other.events("looks");
            assertThatThrownBy(() -> other.history().importRun(file)).hasMessageContaining("with another history");
            assertThat(other.events("looks")).isEqualTo(before);
        }
    }

    @Test
    void aRunWhoseBeginningIsHereGetsTheRestAndAnOlderExportChangesNothing() throws Exception {
        Path older = exported();
        Path newer = folder.resolve("newer");
        try (var here = open("here");
                var there = open("there")) {
            there.history().importRun(older);
            here.feedback("looks", new Feedback.Rating(5));
            here.history().export("looks", newer);

            assertThat(there.history().importRun(newer).added()).isEqualTo(1);
            assertThat(there.history().importRun(older).added()).isZero();
            assertThat(there.events("looks")).isEqualTo(here.events("looks"));
        }
    }

    @Test
    void anyByteOfAnExportMayFlipAndNothingFalseIsKept() throws Exception {
        byte[] whole = Files.readAllBytes(exported());
        var silent = new ArrayList<Integer>();
        try (var here = open("here");
                var there = open("there")) {
            for (int at = 7; at < whole.length; at += Math.max(1, whole.length / 150)) {
                byte[] flipped = whole.clone();
                flipped[at] ^= 0x10;
                Path file = Files.write(folder.resolve("flipped"), flipped);
                try {
                    // What a zip file says twice, or says of times, may change: the run itself may not.
                    there.history().importRun(file);
                } catch (OrreryException refused) {
                    assertThat(refused).hasMessageContaining("flipped");
                }
                boolean kept = !there.runs().isEmpty();
                if (kept && !there.events("looks").equals(here.events("looks"))) silent.add(at);
            }
        }
        assertThat(silent).isEmpty();
        assertThat(Checkup.stored(folder.resolve("there")).damages()).isEmpty();
    }

    @Test
    void whatIsDamagedCutOffNewerOrNoExportIsRefusedAndNothingIsKept() throws Exception {
        Path file = exported();
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text"), "dear diary");
        try (var there = open("there")) {
            refused(there, cut, "is damaged or no export of a run");
            refused(there, text, "is damaged or no export of a run");
            refused(there, folder.resolve("nothing"), "there is no file");
            refused(there, changed(file, "manifest.json", m -> m.replace("\"version\":1", "\"version\":2")), "newer");
            refused(
                    there,
                    changed(file, "records.txt", r -> r.replace("Look at both", "Look at none")),
                    "does not belong");
            refused(there, changed(file, "records.txt", r -> swapped(r)), "does not belong");
            refused(there, changed(file, "records.txt", r -> r.substring(0, r.length() - 1)), "cut off");
            refused(
                    there,
                    changed(file, "records.txt", r -> r.substring(0, 1 + r.indexOf('\n'))),
                    "its records end at");
            refused(
                    there,
                    changed(file, "records.txt", r -> r.replace("run.started", "run.dreamed")),
                    "does not belong");
            refused(there, without(file), "lacks contents");
            assertThat(there.runs()).isEmpty();
        }
        assertThat(Checkup.stored(folder.resolve("there")).records()).isZero();
        assertThat(Checkup.stored(folder.resolve("there")).blobs()).isZero();
    }

    private static void refused(Orrery there, Path file, String why) {
        assertThatThrownBy(() -> there.history().importRun(file))
                .isInstanceOf(OrreryException.class)
                .hasMessageContaining(why);
    }

    private static String swapped(String records) {
        var lines = new ArrayList<>(records.lines().toList());
        lines.add(2, lines.remove(3));
        return String.join("\n", lines) + "\n";
    }

    private Path exported() {
        Path file = folder.resolve("looks.orrery");
        try (var here = open("here")) {
            here.run(RunRequest.of(TwoLooks.GOAL).withId("looks"), _ -> {});
            here.history().export("looks", file);
        }
        return file;
    }

    private Orrery open(String home) {
        return Orrery.open(TwoLooks.config(folder.resolve(home)));
    }

    private static WindowView window(Orrery orrery) {
        return orrery.context("looks", "look/a", Optional.empty(), Optional.empty());
    }

    private Path changed(Path file, String name, UnaryOperator<String> change) throws IOException {
        return copy(file, Optional.of(name), change);
    }

    private Path without(Path file) throws IOException {
        return copy(file, Optional.empty(), UnaryOperator.identity());
    }

    /** Copies an export with one entry changed, or without the first content. */
    private Path copy(Path file, Optional<String> name, UnaryOperator<String> change) throws IOException {
        Path to = folder.resolve("changed");
        boolean left = name.isPresent();
        try (var zip = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(to);
                var copy = new ZipOutputStream(out)) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                if (!left && entry.getName().startsWith("contents/")) {
                    left = true;
                    continue;
                }
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                copy.putNextEntry(new ZipEntry(entry.getName()));
                boolean wanted = name.filter(entry.getName()::equals).isPresent();
                copy.write(
                        wanted
                                ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
                copy.closeEntry();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return to;
    }

    private static String headOf(Path home) throws SQLException {
        try (Connection connection =
                        JDBC.createConnection("jdbc:sqlite:" + home.resolve("journal.db"), new Properties());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT r.hash FROM records r JOIN streams s ON s.id = r.stream"
                        + " WHERE s.name = 'looks' ORDER BY r.number DESC LIMIT 1")) {
            return HexFormat.of().formatHex(rows.getBytes(1));
        }
    }
}
