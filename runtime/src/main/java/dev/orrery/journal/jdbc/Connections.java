package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import dev.orrery.journal.JournalUnavailable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Opens connections to the database of a home, set up so that a commit is on the disk when it returns. */
final class Connections {
    private static final int SYNCHRONOUS_FULL = 2;

    /** A log that grew beyond this in one large transaction is cut back after it. */
    private static final long LOG_BYTES_KEPT_MAX = 64 << 20;

    private final Home home;
    private final SqliteOptions options;
    private final Driver driver;

    Connections(Home home, SqliteOptions options, Driver driver) {
        if (home.folder().toString().indexOf('?') >= 0) {
            // The driver would take what follows for settings and open another file.
            throw new JournalUnavailable(
                    "cannot keep a journal in " + home.folder() + ": choose a folder without '?' in its path", null);
        }
        DriverLibrary.prepare(home);
        this.home = home;
        this.options = options;
        this.driver = driver;
    }

    /** Opens a connection that writes. Transactions are explicit. */
    Statements forWriting() throws SQLException {
        Statements opened = open();
        try {
            opened.run("PRAGMA max_page_count = " + options.pagesMax());
            opened.connection().setAutoCommit(false);
            return opened;
        } catch (SQLException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Opens a connection that refuses to write. */
    Statements forReading() throws SQLException {
        Statements opened = open();
        try {
            opened.run("PRAGMA query_only = ON");
            return opened;
        } catch (SQLException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private Statements open() throws SQLException {
        var opened = new Statements(driver.connect("jdbc:sqlite:" + home.journalFile()));
        try {
            opened.run("PRAGMA busy_timeout = " + options.busyMillis());
            Schema.isNew(home, opened);
            // Both answer with what is in force, which is not always what was asked for.
            require("journal_mode", "wal", ask(opened, "PRAGMA journal_mode = WAL"));
            opened.run("PRAGMA synchronous = FULL");
            require("synchronous", SYNCHRONOUS_FULL + "", ask(opened, "PRAGMA synchronous"));
            opened.run("PRAGMA journal_size_limit = " + LOG_BYTES_KEPT_MAX);
            opened.run("PRAGMA trusted_schema = OFF");
            opened.run("PRAGMA cell_size_check = ON");
            return opened;
        } catch (SQLException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static String ask(Statements opened, String pragma) throws SQLException {
        try (Statement statement = opened.connection().createStatement();
                ResultSet rows = statement.executeQuery(pragma)) {
            return rows.next() ? rows.getString(1) : "nothing";
        }
    }

    private void require(String setting, String wanted, String found) {
        if (wanted.equals(found)) return;
        throw new JournalUnavailable(
                home.journalFile() + ": SQLite's " + setting + " is " + found + " and not " + wanted
                        + ", so commits would not be safe. Put the home on a local disk",
                null);
    }
}
