package dev.orrery.memory.onnx;

import dev.orrery.memory.Embedder;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An embedder that is easy to see through: each known word has a direction, synonyms share one. */
public final class WordsAsVectors implements Embedder {
    private static final Map<String, Integer> DIRECTIONS =
            Map.of("cheap", 0, "inexpensive", 0, "fast", 1, "quick", 1, "green", 2, "gate", 3);

    private final AtomicInteger calls = new AtomicInteger();

    /** Returns how many passages were embedded. */
    public int calls() {
        return calls.get();
    }

    @Override
    public String model() {
        return "words";
    }

    @Override
    public int dimensions() {
        return 5;
    }

    @Override
    public float[] passage(String text) {
        calls.incrementAndGet();
        return query(text);
    }

    @Override
    public float[] query(String text) {
        var vector = new float[dimensions()];
        vector[4] = 0.1f;
        for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+")) {
            Integer direction = DIRECTIONS.get(word);
            if (direction != null) vector[direction] += 1;
        }
        double length = Math.sqrt(Embedder.cosine(vector, vector));
        for (int i = 0; i < vector.length; i++) vector[i] /= (float) length;
        return vector;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
