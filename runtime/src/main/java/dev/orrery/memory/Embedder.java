package dev.orrery.memory;

/**
 * Turns text into vectors whose angle tells how near two texts are in meaning. The same text always gives the same
 * vector. Thread-safe.
 */
public interface Embedder extends AutoCloseable {
    /** Returns the name of the model, which tells vectors of different models apart. */
    String model();

    /** Returns the length of its vectors. */
    int dimensions();

    /** Embeds a text that is to be found, as a vector of length 1. */
    float[] passage(String text);

    /** Embeds a text that is looked for, as a vector of length 1. */
    float[] query(String text);

    @Override
    void close();

    /** Returns the cosine of the angle between two vectors of length 1. */
    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
