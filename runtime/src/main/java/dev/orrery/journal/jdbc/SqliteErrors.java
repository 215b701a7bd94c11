package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import dev.orrery.journal.JournalBusy;
import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.JournalFull;
import dev.orrery.journal.JournalUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;

/** Says in the journal's words what SQLite reports. Numbers are the primary result codes of sqlite.org/rescode.html. */
final class SqliteErrors {
    static final int BUSY = 5;
    static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    /** Less than this much space explains a failure to grow the files beside the database. */
    private static final long SPACE_MIN = 256 << 10;

    private SqliteErrors() {}

    /** Returns what {@code e} means for {@code what}, a phrase such as "records of local/run/x were not written". */
    static JournalException translate(Home home, SqliteOptions options, String what, SQLException e) {
        return switch (code(e)) {
            case FULL -> new JournalFull(what, e);
            case BUSY, LOCKED -> new JournalBusy(home.journalFile().toString(), options.busyMillis(), e);
            case CORRUPT, NOT_A_DATABASE ->
                new JournalDamaged(
                        home.journalFile().toString(),
                        what + " (" + e.getMessage() + "). Restore the folder from a backup",
                        e);
            case IO_ERROR, CANNOT_OPEN ->
                hasNoSpace(home) ? new JournalFull(what, e) : unavailable(home, what, "look at the disk", e);
            case READONLY -> unavailable(home, what, "give yourself access to the folder and its files", e);
            default -> unavailable(home, what, "this is a fault in Orrery if it comes again", e);
        };
    }

    private static JournalUnavailable unavailable(Home home, String what, String hint, SQLException e) {
        return new JournalUnavailable(home.journalFile() + ": " + what + " (" + e.getMessage() + "); " + hint, e);
    }

    /** Returns the primary result code. */
    static int code(SQLException e) {
        return e.getErrorCode() & 0xff;
    }

    /** Tells whether the disk or what is on it cannot be trusted any more. */
    static boolean isDiskFault(Home home, SQLException e) {
        return switch (code(e)) {
            case CORRUPT, NOT_A_DATABASE -> true;
            case IO_ERROR -> !hasNoSpace(home);
            default -> false;
        };
    }

    static boolean isBusy(SQLException e) {
        return code(e) == BUSY || code(e) == LOCKED;
    }

    /** SQLite reports that the shared-memory file cannot grow as an error of input and output. */
    private static boolean hasNoSpace(Home home) {
        try {
            return Files.getFileStore(home.folder()).getUsableSpace() < SPACE_MIN;
        } catch (IOException _) {
            return false;
        }
    }
}
