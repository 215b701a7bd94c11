package dev.orrery.memory;

import java.util.Optional;

/** Vectors of texts, of which many are known already. Thread-safe. */
public interface Vectors extends AutoCloseable {
    /** Returns the vector of a passage when it is known; this costs nothing. */
    Optional<float[]> known(String text);

    /** Returns the vector of a passage, embedding it when it is not known: some milliseconds on one thread. */
    float[] passage(String text);

    /** Embeds a text that is looked for. */
    float[] query(String text);

    @Override
    void close();
}
