package dev.orrery.testing.sim;

import dev.orrery.engine.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * One life of the process: the scheduler that the engine gets. Work is done on the timeline, in an order that chance
 * gives, and its results come when it takes them to come. Once it is gone, nothing of it happens any more. For one thread.
 */
final class SimulatedProcess implements Scheduler {
    private final World world;
    private final List<Timer> timers = new ArrayList<>();
    private boolean gone;

    /** What a process lives in. */
    record World(Timeline timeline, Chance chance, Taking taking, Mishaps mishaps) {}

    private static final class Timer {
        final Instant at;
        final Runnable then;
        boolean fired;

        Timer(Instant at, Runnable then) {
            this.at = at;
            this.then = then;
        }
    }

    SimulatedProcess(World world) {
        this.world = world;
    }

    @Override
    public void execute(Runnable work) {
        requireAlive();
        world.timeline().in(world.chance().between(0, 5), alive(work));
    }

    private void requireAlive() {
        if (gone) throw new RejectedExecutionException("the simulated process is gone");
    }

    private Runnable alive(Runnable work) {
        return () -> {
            if (!gone) work.run();
        };
    }

    @Override
    public <T> Started<T> begin(Callable<T> work) {
        requireAlive();
        return new Call<>(done(work), world.taking().read(world.chance()));
    }

    private static <T> Done<T> done(Callable<T> work) {
        try {
            return new Done.Gave<>(work.call());
        } catch (Exception e) {
            return new Done.Threw<>(e);
        }
    }

    /** What is done took its effect when it began; that it is done is known later, or never. */
    private final class Call<T> implements Started<T> {
        private final Done<T> done;
        private final long takesMillis;
        private boolean stopped;

        Call(Done<T> done, long takesMillis) {
            this.done = done;
            this.takesMillis = takesMillis;
        }

        @Override
        public void within(long millis, Consumer<Done<T>> then) {
            boolean late = takesMillis > millis;
            hand(late ? millis : takesMillis, late ? new Done.Late<>() : done, then);
            // No promise of the scheduler's: what is far away may answer twice, or after all.
            boolean echo = world.chance().percent(world.mishaps().echoes()) && !(done instanceof Done.Threw);
            if (echo && takesMillis != Taking.FOREVER)
                hand(takesMillis + world.chance().between(1, 60_000), done, then);
        }

        private void hand(long after, Done<T> what, Consumer<Done<T>> then) {
            world.timeline().in(after, alive(() -> {
                if (!stopped) then.accept(what);
            }));
        }

        @Override
        public void stop() {
            stopped = true;
        }
    }

    @Override
    public void at(Instant time, Runnable then) {
        requireAlive();
        var timer = new Timer(time, then);
        timers.add(timer);
        look(timer);
    }

    /** Looks at the clock, and again when the timer's time should have come by it. */
    private void look(Timer timer) {
        Instant now = world.timeline().clock().instant();
        long millis = now.isBefore(timer.at) ? Duration.between(now, timer.at).toMillis() + 1 : 0;
        world.timeline().in(millis, alive(() -> {
            if (timer.fired) return;
            if (world.timeline().clock().instant().isBefore(timer.at)) {
                look(timer);
            } else {
                timer.fired = true;
                timer.then.run();
            }
        }));
    }

    /** The clock was set: what waits for a time looks at it again. */
    void clockSet() {
        timers.removeIf(t -> t.fired);
        timers.forEach(this::look);
    }

    boolean isGone() {
        return gone;
    }

    @Override
    public void close() {
        gone = true;
    }
}
