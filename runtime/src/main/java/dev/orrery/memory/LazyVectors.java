package dev.orrery.memory;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Vectors whose model is loaded when the first one is asked for: most runs never need it. Thread-safe. */
public final class LazyVectors implements Vectors {
    private final Supplier<Vectors> source;
    private @Nullable Vectors loaded;

    /** Makes vectors that come from {@code source}, which is asked once at most. */
    public LazyVectors(Supplier<Vectors> source) {
        this.source = source;
    }

    private synchronized Vectors vectors() {
        Vectors now = loaded;
        if (now == null) {
            now = source.get();
            loaded = now;
        }
        return now;
    }

    @Override
    public Optional<float[]> known(String text) {
        return vectors().known(text);
    }

    @Override
    public float[] passage(String text) {
        return vectors().passage(text);
    }

    @Override
    public float[] query(String text) {
        return vectors().query(text);
    }

    @Override
    public synchronized void close() {
        if (loaded != null) loaded.close();
    }
}
