package dev.orrery.testing;

import dev.orrery.EventView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A clock that goes on, and leaps to the end of each wait that a run owes: nobody has to wait for it. Thread-safe. */
final class LeapingClock implements InstantSource, Consumer<EventView> {
    private final AtomicLong leaptMillis = new AtomicLong();

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(leaptMillis.get());
    }

    /** Leaps when {@code event} says that a turn is asked again later. */
    @Override
    public void accept(EventView event) {
        String at = event.body().text("retryAt");
        if (!event.type().equals("turn.failed") || at.isEmpty()) return;
        Duration ahead = Duration.between(instant(), Instant.parse(at));
        if (ahead.isPositive()) leaptMillis.addAndGet(ahead.toMillis() + 1);
    }
}
