package dev.orrery.testing.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Virtual time: what is to happen, in its order. What is to happen at the same moment happens in an order that chance
 * gives. The clock that the engine is shown may be set forth and back; time itself never is. For one thread.
 */
final class Timeline {
    /** When all simulated time begins. */
    static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

    private record Happening(long atMillis, int tie, long number, Runnable what) {}

    private final PriorityQueue<Happening> queue = new PriorityQueue<>(Comparator.comparingLong(Happening::atMillis)
            .thenComparingInt(Happening::tie)
            .thenComparingLong(Happening::number));
    private final Chance chance;
    private long nowMillis;
    private long skewMillis;
    private long number;

    Timeline(Chance chance) {
        this.chance = chance;
    }

    /** Has {@code what} happen {@code millis} from now. */
    void in(long millis, Runnable what) {
        queue.add(new Happening(nowMillis + Math.max(0, millis), chance.below(1 << 16), number++, what));
    }

    /** Has {@code what} happen after a time between these two. */
    void in(Duration least, Duration most, Runnable what) {
        in(chance.between(least.toMillis(), most.toMillis()), what);
    }

    /** Lets the next thing happen; returns false when there is none. */
    boolean step() {
        Happening next = queue.poll();
        if (next == null) return false;
        nowMillis = next.atMillis();
        next.what().run();
        return true;
    }

    /** Returns the true time. */
    Instant now() {
        return BEGIN.plusMillis(nowMillis);
    }

    /** Returns the clock that everybody looks at. */
    InstantSource clock() {
        return () -> BEGIN.plusMillis(nowMillis + skewMillis);
    }

    /** Sets the clock forth or back; from 0 on it is right again. */
    void skew(long millis) {
        skewMillis = millis;
    }
}
