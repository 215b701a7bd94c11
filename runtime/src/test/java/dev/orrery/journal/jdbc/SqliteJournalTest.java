package dev.orrery.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.journal.Blob;
import dev.orrery.journal.EditableRows;
import dev.orrery.journal.Home;
import dev.orrery.journal.JournalBusy;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.JournalFull;
import dev.orrery.journal.JournalNewer;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import dev.orrery.journal.StreamId;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** What the SQLite journal promises beyond the contract that all journals share. */
class SqliteJournalTest {
    private static final StreamId RUN = StreamId.run("moon-1");

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void makeHome() {
        home = Home.open(folder.resolve("home"));
    }

    @Test
    void whatWasAppendedIsThereWhenTheJournalIsOpenedAgain() {
        List<Recorded> before;
        try (SqliteJournal journal = open()) {
            Given.fill(journal, RUN, 6);
            before = journal.read(RUN, 0, 99);
        }
        try (SqliteJournal journal = open()) {
            assertThat(journal.read(RUN, 0, 99)).isEqualTo(before).hasSize(6);
            assertThat(journal.append(RUN, 6, List.of(Given.event("a", 7)))).isEqualTo(4);
            assertThat(journal.check().damages()).isEmpty();
        }
    }

    @Test
    void twoWhoHaveItOpenSeeAndFenceEachOther() {
        try (SqliteJournal one = open();
                SqliteJournal two = open()) {
            one.append(RUN, 0, List.of(Given.event("a", 1)));
            assertThat(two.lastCommit()).isEqualTo(1);
            assertThatThrownBy(() -> two.append(RUN, 0, List.of(Given.event("b", 1))))
                    .isInstanceOf(JournalConflict.class);

            two.append(RUN, 1, List.of(Given.event("b", 2)));
            // The first one still remembers the stream as it left it.
            assertThatThrownBy(() -> one.append(RUN, 1, List.of(Given.event("a", 2))))
                    .isInstanceOfSatisfying(
                            JournalConflict.class, e -> assertThat(e.lastSeq()).isEqualTo(2));
            one.append(StreamId.run("moon-2"), 0, List.of(Given.event("a", 1)));
            assertThat(two.tail(1, 99)).extracting(Recorded::commit).containsExactly(2L, 3L);
            assertThat(two.check().damages()).isEmpty();
        }
    }

    @Test
    void aFullJournalSaysSoAcknowledgesNothingAndGoesOnWhenThereIsSpace() {
        long written = 0;
        try (SqliteJournal journal = SqliteJournal.open(home, Given.LISTS, new SqliteOptions(1000, 40))) {
            while (written < 1000) {
                long seq = written;
                Blob blob = Blob.of(("content " + seq).repeat(200));
                try {
                    journal.append(RUN, seq, List.of(Given.event("a", seq)), List.of(blob));
                    written++;
                } catch (JournalFull full) {
                    assertThat(full).hasMessageStartingWith("disk full: events of local/run/moon-1 were not written");
                    assertThat(journal.blobs().get(blob.hash())).isEmpty();
                    break;
                }
            }
            assertThat(written).isBetween(5L, 500L);
            assertThat(journal.read(RUN, 0, 9999)).hasSize((int) written);
            // A small one may still fit, as nothing of the large one stayed.
            assertThat(journal.check().damages()).isEmpty();
        }
        try (SqliteJournal journal = open()) {
            journal.append(RUN, written, List.of(Given.event("a", written)));
            assertThat(journal.check().damages()).isEmpty();
        }
    }

    @Test
    void aJournalThatIsHeldByAnotherIsBusyAndWorksAgainAfterwards() throws Exception {
        try (SqliteJournal journal = SqliteJournal.open(home, Given.LISTS, new SqliteOptions(50, 10_000));
                Connection other = JDBC.createConnection("jdbc:sqlite:" + home.journalFile(), new Properties());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> journal.append(RUN, 0, List.of(Given.event("a", 1))))
                    .isInstanceOf(JournalBusy.class)
                    .hasMessageContaining("Nothing was written");
            assertThat(journal.read(RUN, 0, 9)).isEmpty();
            statement.execute("COMMIT");
            journal.append(RUN, 0, List.of(Given.event("a", 1)));
        }
    }

    @Test
    void aNewerJournalIsRefusedAndLeftAlone() throws Exception {
        open().close();
        try (Connection other = JDBC.createConnection("jdbc:sqlite:" + home.journalFile(), new Properties());
                Statement statement = other.createStatement()) {
            statement.executeUpdate("UPDATE meta SET value = '2' WHERE key = 'schema'");
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalNewer.class)
                .hasMessageContaining("has version 2, and this Orrery knows versions up to 1");
    }

    @Test
    void rowsAreMadeAnewWhenTheirVersionRisesAndRefusedWhenItIsNewer() {
        try (SqliteJournal journal = SqliteJournal.open(home, List.of(new Goals(1)))) {
            Given.fill(journal, RUN, 2);
            assertThat(goals(journal)).containsExactly("v1");
        }
        try (SqliteJournal journal = SqliteJournal.open(home, List.of(new Goals(2)))) {
            assertThat(goals(journal)).containsExactly("v2");
        }
        assertThatThrownBy(() -> SqliteJournal.open(home, List.of(new Goals(1))))
                .isInstanceOf(JournalNewer.class);
    }

    @Test
    void rowsThatAWriterDoesNotKeepAreMadeAnewByTheNextWhoDoes() {
        try (SqliteJournal journal = SqliteJournal.open(home, List.of(new Goals(1)))) {
            Given.fill(journal, RUN, 2);
        }
        try (SqliteJournal journal = SqliteJournal.open(home, List.of())) {
            Given.fill(journal, StreamId.run("moon-2"), 2);
        }
        try (SqliteJournal journal = SqliteJournal.open(home, List.of(new Goals(1)))) {
            assertThat(goals(journal)).hasSize(2);
        }
    }

    @Test
    void contentsThatComeAgainCostNothing() {
        try (SqliteJournal journal = open()) {
            String large = "the same window ".repeat(5000);
            for (int i = 0; i < 50; i++) {
                journal.append(RUN, i, List.of(Given.event("a", i)), List.of(Blob.of(large)));
            }
            assertThat(journal.blobs().text(Hash.of(large))).contains(large);
        }
        assertThat(home.journalFile().toFile().length()).isLessThan(200_000);
    }

    private SqliteJournal open() {
        return SqliteJournal.open(home, Given.LISTS);
    }

    private static List<String> goals(SqliteJournal journal) {
        return journal.rows(StreamId.LOCAL, "goals").all(9).stream()
                .map(row -> row.body().text("made"))
                .toList();
    }

    /** One row per run, made by a version. */
    private record Goals(int version) implements Projection {
        @Override
        public String name() {
            return "goals";
        }

        @Override
        public Set<String> types() {
            return Set.of("run.started");
        }

        @Override
        public void apply(Recorded event, EditableRows rows) {
            Json body = Json.object().with("made", "v" + version);
            rows.put(new Row(event.stream().id(), "", 0, body));
        }
    }
}
