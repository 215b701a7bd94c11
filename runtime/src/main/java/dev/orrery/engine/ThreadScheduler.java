package dev.orrery.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Does the engine's work on virtual threads, each piece on its own. Thread-safe. */
final class ThreadScheduler implements Scheduler {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Timers timers;

    ThreadScheduler(InstantSource clock) {
        this.timers = new Timers(clock);
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Override
    public <T> Started<T> begin(Callable<T> work) {
        return new OnThread<>(threads.submit(work));
    }

    @Override
    public void at(Instant time, Runnable then) {
        timers.at(time, then);
    }

    @Override
    public void close() {
        timers.close();
        threads.shutdownNow();
    }

    private record OnThread<T>(Future<T> future) implements Started<T> {
        @Override
        public void within(long millis, Consumer<Done<T>> then) throws InterruptedException {
            then.accept(done(millis));
        }

        private Done<T> done(long millis) throws InterruptedException {
            try {
                return new Done.Gave<>(future.get(Math.max(1, millis), TimeUnit.MILLISECONDS));
            } catch (TimeoutException late) {
                return new Done.Late<>();
            } catch (ExecutionException e) {
                return new Done.Threw<>(e.getCause() == null ? e : e.getCause());
            } finally {
                future.cancel(true);
            }
        }

        @Override
        public void stop() {
            future.cancel(true);
        }
    }
}
