package dev.orrery.engine;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Where and when the engine's work is done. On a machine that is virtual threads and the system's timers; a simulator
 * brings one that does it all in one thread, in an order and at times of its own.
 */
public interface Scheduler extends AutoCloseable {
    /**
     * Has {@code work} done soon, without waiting for it.
     *
     * @throws RejectedExecutionException when this is closed
     */
    void execute(Runnable work);

    /**
     * Begins {@code work}, such as a call of a tool, of which nobody knows how long it takes.
     *
     * @throws RejectedExecutionException when this is closed
     */
    <T> Started<T> begin(Callable<T> work);

    /** Runs {@code then} at {@code time}, or soon when that has passed; never when this is closed before. */
    void at(Instant time, Runnable then);

    /** Interrupts what is under way and begins nothing more. */
    @Override
    void close();

    /** Work that has begun. */
    interface Started<T> {
        /**
         * Hands to {@code then} what the work came to, once, at the latest after {@code millis}.
         *
         * @throws CancellationException when the work was stopped meanwhile: then nothing is handed over
         */
        void within(long millis, Consumer<Done<T>> then) throws InterruptedException;

        /** Stops the work as far as that is possible. Doing so when it is done is harmless. */
        void stop();
    }

    /** What work came to. */
    sealed interface Done<T> {
        /** It gave {@code value}. */
        record Gave<T>(T value) implements Done<T> {}

        /** It threw {@code cause}. */
        record Threw<T>(Throwable cause) implements Done<T> {}

        /** It took longer than it may; whether it ever ends is not known. */
        record Late<T>() implements Done<T> {}
    }
}
