package dev.orrery.engine;

import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Wakes one run at the times that it waits for. When that is called off, a timer that is still set holds nothing of the
 * run: ten thousand runs may wait a year for a human, and cost no more than their rows. Thread-safe.
 */
final class WakeUps {
    private final Scheduler scheduler;
    private volatile @Nullable Session session;

    WakeUps(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Wakes {@code run} at {@code time}, and again when the clock was set back just then. */
    void wake(String effect, Instant time, Session run) {
        session = run;
        set(effect, time);
    }

    private void set(String effect, Instant time) {
        scheduler.at(time, () -> woke(effect, time));
    }

    private void woke(String effect, Instant time) {
        Session run = session;
        if (run == null) return;
        Decision decision = run.submit(new Command.Woke(effect));
        boolean early =
                decision instanceof Decision.Rejected && run.state().owed().containsKey(effect);
        if (early) set(effect, time);
    }

    /** Wakes the run no more. */
    void callOff() {
        session = null;
    }
}
