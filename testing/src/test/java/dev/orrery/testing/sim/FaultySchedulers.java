package dev.orrery.testing.sim;

import dev.orrery.engine.Scheduler;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Schedulers that forget. */
final class FaultySchedulers {
    private FaultySchedulers() {}

    /** Sets no timer in any process but the first that works on the run. */
    static Seams losesTimersOnRestart() {
        var lives = new AtomicInteger();
        return Seams.scheduler(inner -> new Passing(inner) {
            // Each look from outside makes a scheduler, too, but never sets a timer.
            private boolean first;

            @Override
            public void execute(Runnable work) {
                if (!first && lives.compareAndSet(0, 1)) first = true;
                super.execute(work);
            }

            @Override
            public void at(Instant time, Runnable then) {
                if (first) super.at(time, then);
            }
        });
    }

    /** Hands over the answers of every twentieth call to nobody. */
    static Seams losesAnswers() {
        var calls = new AtomicInteger();
        return Seams.scheduler(inner -> new Passing(inner) {
            @Override
            public <T> Started<T> begin(Callable<T> work) {
                return calls.incrementAndGet() % 20 == 0 ? new Lost<>() : super.begin(work);
            }
        });
    }

    private record Lost<T>() implements Scheduler.Started<T> {
        @Override
        public void within(long millis, Consumer<Scheduler.Done<T>> then) {}

        @Override
        public void stop() {}
    }

    private static class Passing implements Scheduler {
        private final Scheduler inner;

        Passing(Scheduler inner) {
            this.inner = inner;
        }

        @Override
        public void execute(Runnable work) {
            inner.execute(work);
        }

        @Override
        public <T> Started<T> begin(Callable<T> work) {
            return inner.begin(work);
        }

        @Override
        public void at(Instant time, Runnable then) {
            inner.at(time, then);
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
