package dev.orrery.engine;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Has the work for an effect of one run done within a time, or until nobody wants it any more. Thread-safe. */
final class Deadline {
    /** The most characters of a reason. */
    private static final int WORDS_MAX = 2_000;

    private final Scheduler scheduler;
    private final Map<String, Scheduler.Started<?>> running = new ConcurrentHashMap<>();

    Deadline(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** How long what may take. */
    record Allowed(String effect, long millis) {}

    /**
     * Hands to {@code then} what {@code work} came to; it is stopped when its time is up.
     *
     * @throws CancellationException when the effect was dropped meanwhile: nobody waits for an answer
     */
    <T> void within(Allowed allowed, Callable<T> work, Consumer<Scheduler.Done<T>> then) throws InterruptedException {
        Scheduler.Started<T> started = scheduler.begin(work);
        running.put(allowed.effect(), started);
        try {
            started.within(allowed.millis(), done -> {
                running.remove(allowed.effect());
                then.accept(done);
            });
        } catch (CancellationException dropped) {
            running.remove(allowed.effect());
            throw dropped;
        }
    }

    /** Stops the work for {@code effect}, if there is any. */
    void drop(String effect) {
        Scheduler.Started<?> started = running.remove(effect);
        if (started != null) started.stop();
    }

    /** Returns what a failure says, or its name when it says nothing. */
    static String words(Throwable cause) {
        return brief(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }

    /** Returns the beginning of what somebody gives as a reason: whoever fails may do so at any length. */
    static String brief(String reason) {
        return reason.length() <= WORDS_MAX ? reason : reason.substring(0, WORDS_MAX) + "…";
    }
}
