package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.JournalUnavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread that writes whatever waits as one transaction, so that many share one wait for the disk. Thread-safe.
 *
 * <p>When a batch fails because of the disk, all of it fails. When it fails for another reason, such as a projection that
 * throws, its writes are tried one by one, so that nobody pays for a neighbour's fault.
 */
final class GroupCommit implements AutoCloseable {
    /** How many may wait; more have to wait for a place. */
    private static final int QUEUE_MAX = 4096;

    private static final int BATCH_WRITES_MAX = 1024;
    private static final long BATCH_BYTES_MAX = 16 << 20;

    /** A head that was not forced within this time is. It bounds what a loss of power takes from its watch. */
    private static final long HEAD_FORCE_MILLIS = 1000;

    /** Opens the writer, at first and again after a failure. */
    interface WriterSource {
        BatchWriter open() throws SQLException, IOException;
    }

    private final Home home;
    private final SqliteOptions options;
    private final WriterSource source;
    private final BlockingQueue<Write> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Thread thread;
    private @Nullable BatchWriter writer;
    private long headForcedNanos = System.nanoTime();
    private volatile boolean closing;
    private volatile @Nullable JournalException broken;

    GroupCommit(Home home, SqliteOptions options, WriterSource source) {
        this.home = home;
        this.options = options;
        this.source = source;
        this.thread = Thread.ofPlatform().name("orrery-journal").daemon().unstarted(this::work);
        thread.start();
    }

    /** Writes {@code write} and returns its commit number when it is durable. Goes on when interrupted. */
    long write(Write write) {
        enqueue(write);
        try {
            return write.done().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof JournalException refusal) throw refusal;
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            throw e;
        }
    }

    private void enqueue(Write write) {
        boolean interrupted = false;
        try {
            while (true) {
                if (closing) throw closed(write);
                try {
                    if (queue.offer(write, 100, TimeUnit.MILLISECONDS)) break;
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
        // The thread may have ended between the look at closing and the offer: then nobody else will answer.
        if (!thread.isAlive() && queue.remove(write)) throw closed(write);
    }

    private JournalException closed(Write write) {
        JournalException reason = broken;
        return reason != null
                ? reason
                : new JournalUnavailable(write.what() + " cannot be written: the journal is closed", null);
    }

    private void work() {
        var batch = new ArrayList<Write>();
        try {
            boolean more = true;
            while (more) {
                more = fill(batch);
                commit(batch);
                batch.clear();
                forceHead();
            }
        } catch (Throwable e) {
            broken = new JournalUnavailable("the journal's writer died of " + e + "; restart", e);
        } finally {
            closing = true;
            closeWriter();
            for (Write left : batch) fail(left, closed(left));
            for (Write left; (left = queue.poll()) != null; ) fail(left, closed(left));
        }
    }

    /** Takes what waits; false when it has taken the end. */
    private boolean fill(List<Write> batch) throws InterruptedException {
        BatchWriter open = writer;
        boolean headIsDirty = open != null && open.headIsDirty();
        Write next = headIsDirty ? queue.poll(HEAD_FORCE_MILLIS, TimeUnit.MILLISECONDS) : queue.take();
        long bytes = 0;
        while (next != null) {
            if (next instanceof Write.End) return false;
            bytes += next.bytes();
            batch.add(next);
            next = batch.size() < BATCH_WRITES_MAX && bytes < BATCH_BYTES_MAX ? queue.poll() : null;
        }
        return true;
    }

    private void commit(List<? extends Write> batch) {
        if (batch.isEmpty()) return;
        JournalException reason = broken;
        if (reason != null) {
            for (Write write : batch) fail(write, reason);
            return;
        }
        try {
            deliver(batch, writer().write(batch));
        } catch (SQLException e) {
            failAll(batch, e);
        } catch (SqlFailure e) {
            failAll(batch, e.failure());
        } catch (IOException e) {
            closeWriter();
            for (Write write : batch) fail(write, uncertain(write, e));
        } catch (RuntimeException e) {
            closeWriter();
            if (batch.size() == 1) fail(batch.getFirst(), e);
            else for (Write write : batch) commit(List.of(write));
        }
    }

    private JournalUnavailable uncertain(Write write, IOException e) {
        return new JournalUnavailable(
                home.headFile() + " cannot be written (" + e.getMessage() + "). Whether " + write.what()
                        + " were written is not certain: read them before deciding anew",
                e);
    }

    private BatchWriter writer() throws SQLException, IOException {
        BatchWriter open = writer;
        if (open == null) writer = open = source.open();
        return open;
    }

    private static void deliver(List<? extends Write> batch, List<BatchWriter.Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            CompletableFuture<Long> done = batch.get(i).done();
            switch (outcomes.get(i)) {
                case BatchWriter.Outcome.Written(long commit) -> done.complete(commit);
                case BatchWriter.Outcome.Refused(JournalException why) -> done.completeExceptionally(why);
            }
        }
    }

    private void failAll(List<? extends Write> batch, SQLException e) {
        closeWriter();
        for (Write write : batch) {
            fail(write, SqliteErrors.translate(home, options, write.what() + " were not written", e));
        }
        // After a failed fsync the system may take what it could not write for written: no later commit can be trusted.
        if (SqliteErrors.isDiskFault(home, e)) {
            broken = SqliteErrors.translate(home, options, "nothing can be written any more until a restart", e);
        }
    }

    private static void fail(Write write, RuntimeException why) {
        write.done().completeExceptionally(why);
    }

    private void forceHead() throws IOException {
        BatchWriter open = writer;
        if (open == null || !open.headIsDirty()) return;
        long now = System.nanoTime();
        if (now - headForcedNanos < TimeUnit.MILLISECONDS.toNanos(HEAD_FORCE_MILLIS)) return;
        open.forceHead();
        headForcedNanos = now;
    }

    private void closeWriter() {
        BatchWriter open = writer;
        writer = null;
        if (open == null) return;
        try {
            open.close();
        } catch (SQLException | IOException _) {
            // What was acknowledged is durable already, and what was not is told to those who wait.
        }
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        if (closing) return;
        closing = true;
        boolean interrupted = false;
        var end = new Write.End(new CompletableFuture<>());
        while (thread.isAlive() && !queue.offer(end)) Thread.onSpinWait();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
