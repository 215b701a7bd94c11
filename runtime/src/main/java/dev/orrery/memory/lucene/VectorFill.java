package dev.orrery.memory.lucene;

import dev.orrery.memory.Vectors;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Embeds texts in the background, one after the other on one thread, until all are known or it is stopped. What was embedded is kept as it goes, so a later fill goes on where this one stopped.
 */
final class VectorFill implements AutoCloseable {
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread;

    private VectorFill(List<String> texts, Vectors vectors) {
        thread = Thread.ofPlatform().name("vectors").daemon(true).unstarted(() -> fill(texts, vectors));
    }

    /** Begins to embed {@code texts}, in their order. */
    static VectorFill start(List<String> texts, Vectors vectors) {
        var fill = new VectorFill(texts, vectors);
        fill.thread.start();
        return fill;
    }

    private void fill(List<String> texts, Vectors vectors) {
        try {
            for (String text : texts) {
                if (stopped.get()) return;
                if (vectors.known(text).isEmpty()) vectors.passage(text);
            }
        } catch (RuntimeException e) {
            // Without vectors, searches go by words and say so; there is nobody here to tell.
        }
    }

    /** Stops after the text under way, which takes milliseconds, and returns when it has stopped. */
    @Override
    public void close() {
        stopped.set(true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
