package dev.orrery.engine;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has the work for an effect done within a time, or until nobody wants it any more. Thread-safe. */
final class Deadline {
    private final ExecutorService threads;
    private final Map<String, Future<?>> running = new ConcurrentHashMap<>();

    Deadline(ExecutorService threads) {
        this.threads = threads;
    }

    /**
     * Returns what {@code work} gives; its thread is interrupted when the time is up.
     *
     * @throws ExecutionException when the work threw
     * @throws CancellationException when the effect was dropped meanwhile: nobody waits for an answer
     */
    <T> T within(String effect, long millis, Callable<T> work)
            throws InterruptedException, TimeoutException, ExecutionException {
        Future<T> future = threads.submit(work);
        running.put(effect, future);
        try {
            return future.get(Math.max(1, millis), TimeUnit.MILLISECONDS);
        } finally {
            running.remove(effect);
            future.cancel(true);
        }
    }

    /** Interrupts the work for {@code effect}, if there is any. */
    void drop(String effect) {
        Future<?> future = running.get(effect);
        if (future != null) future.cancel(true);
    }

    /** Returns what a failure says, or its name when it says nothing. */
    static String words(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
