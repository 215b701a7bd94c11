package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import dev.orrery.journal.JournalUnavailable;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Lends connections for reading, one to a reader at a time. Reading neither waits for the writer nor holds it up.
 * Thread-safe.
 */
final class Readers implements AutoCloseable {
    /** Reading is bound by the processor, and a call into SQLite holds a carrier thread. */
    private static final int CONNECTIONS_MAX = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    /** What is done with a connection. */
    interface Reading<T> {
        T with(Statements db) throws SQLException;
    }

    private final Home home;
    private final SqliteOptions options;
    private final Connections connections;
    private final Semaphore lendable = new Semaphore(CONNECTIONS_MAX);
    private final ConcurrentLinkedDeque<Statements> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Home home, SqliteOptions options, Connections connections) {
        this.home = home;
        this.options = options;
        this.connections = connections;
    }

    /** Reads; {@code what} says what, for messages. */
    <T> T read(String what, Reading<T> reading) {
        lendable.acquireUninterruptibly();
        try {
            if (closed) throw new JournalUnavailable(what + " cannot be read: the journal is closed", null);
            Statements lent = idle.pollFirst();
            Statements db = lent == null ? connections.forReading() : lent;
            boolean sound = false;
            try {
                T found = reading.with(db);
                sound = true;
                return found;
            } finally {
                if (sound) idle.addFirst(db);
                else db.close();
            }
        } catch (SQLException e) {
            throw SqliteErrors.translate(home, options, what + " could not be read", e);
        } finally {
            lendable.release();
        }
    }

    /** Waits for those who read and closes all connections. */
    @Override
    public void close() {
        closed = true;
        lendable.acquireUninterruptibly(CONNECTIONS_MAX);
        try {
            for (Statements db; (db = idle.pollFirst()) != null; ) db.close();
        } catch (SQLException e) {
            throw SqliteErrors.translate(home, options, "it could not be closed", e);
        } finally {
            lendable.release(CONNECTIONS_MAX);
        }
    }
}
