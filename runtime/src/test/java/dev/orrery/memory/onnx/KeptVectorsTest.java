package dev.orrery.memory.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orrery.memory.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptVectorsTest {
    @TempDir
    Path home;

    private final WordsAsVectors words = new WordsAsVectors();

    @Test
    void aTextIsEmbeddedOnceAndComparesTheSameAfterwards() {
        float[] first;
        try (var vectors = KeptVectors.open(home, words)) {
            assertThat(vectors.known("A green gate.")).isEmpty();
            first = vectors.passage("A green gate.");
        }
        try (var vectors = KeptVectors.open(home, words)) {
            assertThat(vectors.known("A green gate."))
                    .hasValueSatisfying(v -> assertThat(v).containsExactly(first));
            vectors.passage("A green gate.");
        }

        assertThat(words.calls()).isEqualTo(1);
        assertThat(Embedder.cosine(first, words.query("A green gate."))).isCloseTo(1, within(0.01));
    }

    @Test
    void whatIsTornOrDamagedIsEmbeddedAgainAndTheRestIsKept() throws IOException {
        try (var vectors = KeptVectors.open(home, words)) {
            for (String text : new String[] {"cheap", "fast", "green"}) vectors.passage(text);
        }
        Path file = home.resolve("vectors/words");
        byte[] kept = Files.readAllBytes(file);
        kept[kept.length / 3 + 14] ^= 1;
        Files.write(file, Arrays.copyOf(kept, kept.length - 3));

        try (var vectors = KeptVectors.open(home, words)) {
            assertThat(vectors.known("cheap")).isPresent();
            assertThat(vectors.known("fast")).isEmpty();
            assertThat(vectors.known("green")).isEmpty();
            vectors.passage("gate");
        }
        try (var vectors = KeptVectors.open(home, words)) {
            assertThat(vectors.known("cheap")).isPresent();
            assertThat(vectors.known("gate")).isPresent();
        }
    }
}
