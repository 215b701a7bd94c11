package dev.orrery.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs something once a time has come by the clock, however the clock is set meanwhile. What is waited for is owed in the
 * journal, so nothing is lost when the process ends. Thread-safe.
 */
final class Timers implements AutoCloseable {
    /** How long the clock may have been set back or forth before it is noticed. */
    private static final long LOOK_AGAIN_MILLIS = 60_000;

    private final InstantSource clock;
    private final ScheduledExecutorService thread;

    Timers(InstantSource clock) {
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("timers").factory());
    }

    /** Runs {@code then} at {@code time}, or at once when that has passed. */
    void at(Instant time, Runnable then) {
        Instant now = clock.instant();
        if (!now.isBefore(time)) {
            Thread.ofVirtual().start(then);
            return;
        }
        long millis = Math.min(LOOK_AGAIN_MILLIS, Duration.between(now, time).toMillis() + 1);
        try {
            var _ = thread.schedule(() -> at(time, then), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            // The timer is still owed; whoever resumes the run sets it again.
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
