package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.JournalNewer;
import dev.orrery.journal.JournalUnavailable;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The tables, and what is checked before they are trusted. */
final class Schema {
    /** Raise it with any change that an older Orrery would misread. */
    static final int VERSION = 1;

    /** "ORRY", so that {@code file journal.db} and we can tell it from other databases. */
    private static final long APPLICATION_ID = 0x4F52_5259L;

    /**
     * Takes the write lock and changes nothing. A transaction that begins by reading could find itself behind another
     * process's commit when it comes to write, and would have to be given up.
     */
    static final String LOCK = "UPDATE meta SET value = value WHERE key = ''";

    static final String LAST_COMMIT = "SELECT max(number) FROM records";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            // One row per stream: where it stands. Follows from records, and saves looking for their last one.
            """
            CREATE TABLE streams (
              id INTEGER PRIMARY KEY,
              tenant TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
              last INTEGER NOT NULL, number INTEGER NOT NULL, updated TEXT NOT NULL,
              UNIQUE (tenant, kind, name))""",
            // One row per decision. The second key is the fence; the first makes rows lie in the order of commits.
            """
            CREATE TABLE records (
              number INTEGER PRIMARY KEY,
              stream INTEGER NOT NULL, first INTEGER NOT NULL, events INTEGER NOT NULL,
              crc INTEGER NOT NULL, hash BLOB NOT NULL, text BLOB NOT NULL,
              UNIQUE (stream, first))""",
            "CREATE TABLE blobs (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL)",
            "CREATE TABLE projections (name TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE rows (
              projection TEXT NOT NULL, tenant TEXT NOT NULL, key TEXT NOT NULL,
              grouped TEXT NOT NULL, sorted INTEGER NOT NULL, body TEXT NOT NULL,
              PRIMARY KEY (projection, tenant, key)) WITHOUT ROWID""",
            "CREATE INDEX rows_sorted ON rows (projection, tenant, sorted, key)",
            "CREATE INDEX rows_grouped ON rows (projection, tenant, grouped, sorted, key)");

    private Schema() {}

    /** Tells whether the database has no tables yet; refuses one that is not ours. */
    static boolean isNew(Home home, Statements db) throws SQLException {
        // In this order: another process may make the tables, and with them the id, between the two looks.
        long tables = db.number("SELECT count(*) FROM sqlite_schema");
        long application = db.number("PRAGMA application_id");
        if (application == APPLICATION_ID) return false;
        if (application == 0 && tables == 0) return true;
        throw new JournalUnavailable(
                home.journalFile() + " is a database of another program. Choose another home", null);
    }

    /**
     * Makes the tables and the head unless another process has done so meanwhile.
     *
     * @throws JournalDamaged when the head says that there were commits
     */
    static void create(Home home, Statements db) throws SQLException, IOException {
        // Looking began a transaction on what was seen then. There is no table yet to lock, so a write that changes
        // nothing of note takes the write lock.
        db.connection().rollback();
        db.run("PRAGMA user_version = 0");
        if (!isNew(home, db)) {
            db.connection().rollback();
            return;
        }
        for (String table : TABLES) db.run(table);
        db.run("PRAGMA application_id = " + APPLICATION_ID);
        long journal = new SecureRandom().nextLong();
        put(db, "schema", Integer.toString(VERSION));
        put(db, "journal", Long.toHexString(journal));
        put(db, "created", Instant.now().toString());
        refuseLostDatabase(home);
        JournalHead.make(home.headFile(), journal, 0).close();
        db.connection().commit();
    }

    /** A head without commits is what a crash in here leaves; one with commits belongs to a database that is gone. */
    private static void refuseLostDatabase(Home home) throws IOException {
        long commits =
                JournalHead.read(home.headFile()).map(JournalHead.Mark::commit).orElse(0L);
        if (commits == 0) return;
        throw new JournalDamaged(
                home.journalFile().toString(),
                "it is empty, though " + commits + " commits were made. Restore it from a backup, or delete "
                        + home.headFile() + " to begin anew");
    }

    private static void put(Statements db, String key, String value) throws SQLException {
        PreparedStatement insert = db.of("INSERT INTO meta (key, value) VALUES (?, ?)");
        insert.setString(1, key);
        insert.setString(2, value);
        insert.executeUpdate();
    }

    /**
     * Returns the number that tells this journal from others.
     *
     * @throws JournalNewer when the tables are those of a newer Orrery
     */
    static long journal(Home home, Statements db) throws SQLException {
        int found;
        long journal;
        try {
            found = Integer.parseInt(get(home, db, "schema"));
            journal = Long.parseUnsignedLong(get(home, db, "journal"), 16);
        } catch (NumberFormatException e) {
            throw new JournalDamaged(home.journalFile().toString(), "its table meta cannot be read", e);
        }
        if (found > VERSION) throw new JournalNewer(home.journalFile().toString(), found, VERSION);
        return journal;
    }

    private static String get(Home home, Statements db, String key) throws SQLException {
        PreparedStatement select = db.of("SELECT value FROM meta WHERE key = ?");
        select.setString(1, key);
        try (ResultSet rows = select.executeQuery()) {
            if (rows.next()) return rows.getString(1);
        }
        throw new JournalDamaged(home.journalFile().toString(), "its table meta has no '" + key + "'");
    }
}
