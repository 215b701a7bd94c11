package dev.orrery.engine;

import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.StreamId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings the runs that this process works on what others append to them: answers, notes, a cancellation. One look at the
 * journal serves all of them, and none of them reads anything while nobody else writes. Thread-safe.
 */
final class Watch implements AutoCloseable {
    private final Journal journal;
    private final long lookMillis;
    private final Map<StreamId, RunWork> works = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService thread;
    private long seen;
    private boolean closed;

    /** Makes a watch that looks every {@code lookMillis} while there is a run to look after. */
    Watch(Journal journal, long lookMillis) {
        this.journal = journal;
        this.lookMillis = lookMillis;
    }

    /** Looks after {@code run} from here on. */
    void begin(StreamId run, RunWork work) {
        works.put(run, work);
        start();
    }

    void end(StreamId run, RunWork work) {
        works.remove(run, work);
    }

    /** Somebody in this process has appended to {@code run}. */
    void told(StreamId run) {
        Optional.ofNullable(works.get(run)).ifPresent(Watch::bring);
    }

    private synchronized void start() {
        if (thread != null || closed) return;
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("orrery-watch").factory());
        var _ = thread.scheduleWithFixedDelay(this::look, lookMillis, lookMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (works.isEmpty()) return;
        try {
            long now = journal.strangers();
            if (now == seen) return;
            seen = now;
        } catch (JournalException e) {
            // Whoever appends next is told what is wrong; until then there is nothing to bring.
            return;
        }
        works.values().forEach(Watch::bring);
    }

    private static void bring(RunWork work) {
        try {
            work.catchUp();
        } catch (RuntimeException e) {
            work.breakOff(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) thread.shutdownNow();
    }
}
