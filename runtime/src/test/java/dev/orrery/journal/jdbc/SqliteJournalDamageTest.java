package dev.orrery.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.journal.Home;
import dev.orrery.journal.JournalCheck;
import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.JournalUnavailable;
import dev.orrery.journal.Mentions;
import dev.orrery.journal.RecordChain;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** Damage is found and named, never guessed around. */
class SqliteJournalDamageTest {
    private static final StreamId RUN = StreamId.run("moon-1");
    private static final StreamId OTHER = StreamId.run("moon-2");

    /** Every so many bytes are flipped one after the other; 1 tries all of them and takes minutes. */
    private static final int STRIDE = Integer.getInteger("orrery.flip.stride", 251);

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void makeHome() {
        home = Home.open(folder.resolve("home"));
    }

    @Test
    void aChangedRecordIsFoundWhenItIsReadAndWhenAllIsChecked() throws Exception {
        fillAndClose(6);
        change("UPDATE records SET text = replace(text, 'Reach', 'Leave') WHERE number = 2");

        try (SqliteJournal journal = open(home)) {
            assertThatThrownBy(() -> journal.read(RUN, 0, 99))
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessageContaining("local/run/moon-1 event 3 (commit 2)");
            assertThatThrownBy(() -> journal.tail(0, 99)).isInstanceOf(JournalDamaged.class);
            assertThat(journal.check().damages())
                    .anySatisfy(damage -> assertThat(damage.place()).isEqualTo("local/run/moon-1 event 3 (commit 2)"));
        }
    }

    @Test
    void aRecordWithAFittingChecksumInTheWrongPlaceIsFoundByTheChain() throws Exception {
        fillAndClose(6);
        // The text of one record in the place of another, sealed as if it belonged there.
        byte[] text = "[{\"type\":\"a\",\"version\":1,\"at\":\"2026-03-01T10:00:00Z\",\"body\":{}}]"
                .getBytes(StandardCharsets.UTF_8);
        byte[] hash = RecordChain.sha256(text);
        int crc = Seal.crc(RUN, 2, 3, 1, hash, text);
        change("UPDATE records SET events = 1, crc = " + crc + ", hash = x'"
                + java.util.HexFormat.of().formatHex(hash) + "', text = CAST('"
                + new String(text, StandardCharsets.UTF_8) + "' AS BLOB) WHERE number = 2");

        try (SqliteJournal journal = open(home)) {
            assertThatThrownBy(() -> journal.read(RUN, 0, 99))
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessageContaining("does not belong");
        }
    }

    @Test
    void aRecordThatIsGoneIsFound() throws Exception {
        fillAndClose(6);
        for (int number : new int[] {2, 3}) {
            Home copy = Given.image(home, folder.resolve("without-" + number));
            change(copy, "DELETE FROM records WHERE number = " + number);
            try (SqliteJournal journal = open(copy)) {
                assertThatThrownBy(() -> journal.read(RUN, 0, 99))
                        .isInstanceOf(JournalDamaged.class)
                        .hasMessageContaining("cannot be found");
                assertThat(journal.check().whole()).isFalse();
            }
        }
    }

    @Test
    void rowsAndContentsThatDoNotAgreeAreFound() throws Exception {
        fillAndClose(6);
        for (String change : List.of(
                "UPDATE rows SET body = replace(body, 'moon', 'mars')",
                "DELETE FROM rows WHERE projection = 'waits'",
                "UPDATE streams SET last = last + 1",
                "UPDATE streams SET name = 'moon-9' WHERE name = 'moon-2'",
                "UPDATE blobs SET bytes = x'00' WHERE id = 1")) {
            Home copy = Given.image(home, folder.resolve("copy-" + change.hashCode()));
            change(copy, change);
            assertThat(SqliteJournal.check(copy, Given.LISTS, Mentions.NONE).damages())
                    .as(change)
                    .isNotEmpty();
        }
    }

    @Test
    void commitsThatAreMissingAreReportedOnOpeningUntilTheHeadIsDeleted() throws Exception {
        fillAndClose(4);
        Home older = Given.image(home, folder.resolve("older"));
        fillAndClose(2);
        Files.copy(home.headFile(), older.headFile(), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> open(older))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("commits 5 to 6 are missing")
                .hasMessageContaining("delete " + older.headFile());
        assertThat(SqliteJournal.check(older, Given.LISTS, Mentions.NONE).damages())
                .hasSize(1);
        Files.delete(older.headFile());
        try (SqliteJournal journal = open(older)) {
            assertThat(journal.lastCommit()).isEqualTo(4);
        }
    }

    @Test
    void aHeadThatLagsIsNoDamage() throws Exception {
        fillAndClose(4);
        byte[] lagging = Files.readAllBytes(home.headFile());
        fillAndClose(2);
        Files.write(home.headFile(), lagging);

        try (SqliteJournal journal = open(home)) {
            assertThat(journal.lastCommit()).isEqualTo(6);
            assertThat(journal.check().damages()).isEmpty();
        }
    }

    @Test
    void aDatabaseThatIsGoneIsNotBegunAnew() throws Exception {
        fillAndClose(4);
        Files.delete(home.journalFile());

        assertThatThrownBy(() -> open(home))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("though 4 commits were made");
    }

    @Test
    void aHeadThatWasLeftByACrashWhileTheJournalWasMadeIsNoDamage() throws Exception {
        JournalHead.make(home.headFile(), 1, 0).close();

        fillAndClose(2);
        try (SqliteJournal journal = open(home)) {
            assertThat(journal.lastCommit()).isEqualTo(2);
            assertThat(journal.check().damages()).isEmpty();
        }
    }

    @Test
    void aHeadThatCannotBeReadOrIsOfAnotherJournalIsReported() throws Exception {
        fillAndClose(4);
        Home other = Home.open(folder.resolve("other"));
        try (SqliteJournal journal = open(other)) {
            Given.fill(journal, RUN, 2);
        }
        byte[] foreign = Files.readAllBytes(other.headFile());
        for (byte[] head : List.of(foreign, "no head at all".getBytes(StandardCharsets.UTF_8))) {
            Files.write(home.headFile(), head);
            assertThatThrownBy(() -> open(home))
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessageContaining("journal.head");
        }
    }

    @Test
    void aFileThatIsNoJournalIsLeftAlone() throws Exception {
        Files.writeString(home.journalFile(), "dear diary, ".repeat(100));
        assertThatThrownBy(() -> open(home)).isInstanceOf(JournalDamaged.class);
        assertThat(home.journalFile()).hasContent("dear diary, ".repeat(100));

        Files.delete(home.journalFile());
        change("CREATE TABLE diary (day, text)");
        assertThatThrownBy(() -> open(home))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("another program");
    }

    @Test
    void anyByteOfTheDatabaseMayFlipAndNothingFalseIsRead() throws Exception {
        fillAndClose(10);
        check(home.journalFile().getFileName().toString());
    }

    @Test
    void anyByteOfTheLogMayFlipAndNothingAcknowledgedIsLostInSilence() throws Exception {
        try (SqliteJournal journal = open(home)) {
            Given.fill(journal, RUN, 4);
            Given.fill(journal, OTHER, 6);
            home = Given.image(home, folder.resolve("crashed"));
        }
        assertThat(Files.size(Opening.walFile(home))).isPositive();
        check(Opening.walFile(home).getFileName().toString());
    }

    @Test
    void aWrongFrameThatHidesNewerPagesIsReported() throws Exception {
        try (SqliteJournal journal = open(home)) {
            Given.fill(journal, RUN, 20);
            // All is in the database now, and the log still says the same.
            change("PRAGMA wal_checkpoint(PASSIVE)");
            home = Given.image(home, folder.resolve("crashed"));
        }
        Path log = Opening.walFile(home);
        Given.flip(log, Files.size(log) / 2);

        assertThatThrownBy(() -> open(home))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("checksum of frame");
        assertThat(home.folder().resolve("journal.db-wal.damaged")).exists();
    }

    /** Flips bytes of one file, one at a time: what can be read is as it was, or the damage is reported. */
    private void check(String file) throws Exception {
        Home pristine = Given.image(home, folder.resolve("pristine"));
        List<Recorded> before;
        try (SqliteJournal journal = open(pristine)) {
            before = journal.tail(0, 999);
        }
        long bytes = Files.size(home.folder().resolve(file));
        var silent = new ArrayList<Long>();
        for (long at = STRIDE / 2; at < bytes; at += STRIDE) {
            Path copy = folder.resolve("flipped-" + at);
            Home flipped = Given.image(home, copy);
            Given.flip(copy.resolve(file), at);
            if (!isFoundOrHarmless(flipped, before)) silent.add(at);
            deleteAll(copy);
        }
        assertThat(silent).as("bytes of %s that flipped in silence", file).isEmpty();
    }

    private static boolean isFoundOrHarmless(Home flipped, List<Recorded> before) {
        try (SqliteJournal journal = open(flipped)) {
            JournalCheck check = journal.check();
            return !check.whole() || journal.tail(0, 999).equals(before) && check.blobs() == before.size() / 2;
        } catch (JournalException reported) {
            return true;
        }
    }

    private void fillAndClose(int records) {
        try (SqliteJournal journal = open(home)) {
            Given.fill(journal, RUN, 2 * (records - records / 2));
            Given.fill(journal, OTHER, 2 * (records / 2));
        }
    }

    private static SqliteJournal open(Home home) {
        return SqliteJournal.open(home, Given.LISTS);
    }

    private void change(String sql) throws SQLException {
        change(home, sql);
    }

    private static void change(Home home, String sql) throws SQLException {
        try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + home.journalFile(), new Properties());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
