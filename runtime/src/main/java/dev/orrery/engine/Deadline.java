package dev.orrery.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has work done within a time. Thread-safe. */
record Deadline(ExecutorService threads) {
    /**
     * Returns what {@code work} gives; its thread is interrupted when the time is up.
     *
     * @throws ExecutionException when the work threw
     */
    <T> T within(long millis, Callable<T> work) throws InterruptedException, TimeoutException, ExecutionException {
        Future<T> future = threads.submit(work);
        try {
            return future.get(Math.max(1, millis), TimeUnit.MILLISECONDS);
        } finally {
            future.cancel(true);
        }
    }

    /** Returns what a failure says, or its name when it says nothing. */
    static String words(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
