package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.JournalUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Makes a journal when there is none, and looks for missing commits before one is used. */
final class Opening {
    private static final long TRY_AGAIN_NANOS = 5_000_000;

    private final Home home;
    private final SqliteOptions options;
    private final Connections connections;

    Opening(Home home, SqliteOptions options, Connections connections) {
        this.home = home;
        this.options = options;
        this.connections = connections;
    }

    /** Returns whether projections have to be made anew. */
    boolean prepare(ProjectionSet projections) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(options.busyMillis());
        while (true) {
            try {
                return tryPrepare(projections);
            } catch (SQLException e) {
                // Turning the log on and recovering it do not wait for other processes by themselves.
                if (SqliteErrors.isBusy(e) && System.nanoTime() < deadline) LockSupport.parkNanos(TRY_AGAIN_NANOS);
                else throw SqliteErrors.translate(home, options, "it could not be opened", e);
            } catch (IOException e) {
                throw new JournalUnavailable(home.folder() + " cannot be read (" + e.getMessage() + ")", e);
            }
        }
    }

    private boolean tryPrepare(ProjectionSet projections) throws SQLException, IOException {
        Optional<String> damage = WalFile.damage(walFile(home));
        if (damage.isPresent()) throw lost(walFile(home).toString(), damage.get());
        try (Statements db = connections.forWriting()) {
            if (Schema.isNew(home, db)) Schema.create(home, db);
            // Behind the making, as a crash in one leaves the head of a journal that never was. And before the database
            // is looked at anew: the head is written after it, so that what is read now cannot lead.
            db.connection().rollback();
            Optional<JournalHead.Mark> mark = JournalHead.read(home.headFile());
            long journal = Schema.journal(home, db);
            if (mark.isPresent()) {
                JournalHead.requireSame(home.headFile(), journal, mark.get());
                requireAll(mark.get().commit(), db.number(Schema.LAST_COMMIT));
            }
            return projections.areBehind(db);
        }
    }

    static Path walFile(Home home) {
        return home.folder().resolve("journal.db-wal");
    }

    private void requireAll(long head, long last) throws IOException {
        if (head <= last) return;
        String missing = last + 1 == head ? "commit " + head + " is" : "commits " + (last + 1) + " to " + head + " are";
        throw lost(home.journalFile().toString(), missing + " missing");
    }

    /**
     * Copies the log, unless a copy is there: closing would have SQLite remove it, and with it what may be the only trace
     * of what is missing.
     */
    static boolean keepLog(Home home) throws IOException {
        Path log = walFile(home);
        Path copy = keptLog(home);
        if (!Files.exists(log) || Files.size(log) == 0 || Files.exists(copy)) return false;
        Files.copy(log, copy);
        return true;
    }

    static Path keptLog(Home home) {
        return home.folder().resolve("journal.db-wal.damaged");
    }

    private JournalDamaged lost(String place, String what) throws IOException {
        boolean kept = keepLog(home);
        return new JournalDamaged(
                place,
                what + ". Restore the folder from a backup, or delete " + home.headFile() + " to go on without them"
                        + (kept ? "; the log is kept as " + keptLog(home).getFileName() : ""));
    }
}
