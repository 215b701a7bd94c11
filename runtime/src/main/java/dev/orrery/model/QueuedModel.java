package dev.orrery.model;

import java.util.concurrent.Semaphore;

/**
 * A model that is asked by a few at once, and by the others in turn: a small server that is asked by many answers none of
 * them in time. Thread-safe.
 */
public final class QueuedModel implements Model {
    private final Model model;
    private final Semaphore places;

    /** Makes a queue in front of {@code model} that lets {@code atOnce} calls through at a time. */
    public QueuedModel(Model model, int atOnce) {
        this.model = model;
        this.places = new Semaphore(atOnce, true);
    }

    @Override
    public ModelName name() {
        return model.name();
    }

    @Override
    public Completion complete(Prompt prompt, Bounds bounds) {
        try {
            places.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ModelException(ModelException.Kind.STOPPED, "stopped while waiting for model " + name());
        }
        try {
            return model.complete(prompt, bounds);
        } finally {
            places.release();
        }
    }
}
