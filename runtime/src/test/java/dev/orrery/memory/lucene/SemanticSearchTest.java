package dev.orrery.memory.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.memory.KnowledgeHits;
import dev.orrery.memory.KnowledgeQuery;
import dev.orrery.memory.Prefixes;
import dev.orrery.memory.Vectors;
import dev.orrery.memory.onnx.WordsAsVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SemanticSearchTest {
    @TempDir
    Path temp;

    /** Vectors whose filling in behind can be held up. */
    private static final class Held implements Vectors {
        private final Map<String, float[]> known = new ConcurrentHashMap<>();
        private final WordsAsVectors words = new WordsAsVectors();
        private final CountDownLatch opened;
        private final CountDownLatch filled;

        Held(int gates, int texts) {
            opened = new CountDownLatch(gates);
            filled = new CountDownLatch(texts);
        }

        @Override
        public Optional<float[]> known(String text) {
            return Optional.ofNullable(known.get(text));
        }

        @Override
        public float[] passage(String text) {
            try {
                if (Thread.currentThread().getName().equals("vectors")) opened.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a fill", e);
            }
            float[] vector = known.computeIfAbsent(text, words::passage);
            filled.countDown();
            return vector;
        }

        @Override
        public float[] query(String text) {
            return words.query(text);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Test
    void meaningFindsOtherWordsWhenItIsAskedFor() throws IOException {
        write(1);
        var vectors = new Held(0, 2);

        try (var knowledge = open(vectors)) {
            assertThat(search(knowledge, "cheap", true)
                            .hits()
                            .getFirst()
                            .passage()
                            .text())
                    .isEqualTo("Tickets are inexpensive.");
            assertThat(search(knowledge, "cheap", true).vectors()).isTrue();
            assertThat(search(knowledge, "cheap", false).hits()).isEmpty();
            assertThat(search(knowledge, "cheap", false).vectors()).isFalse();
        }
    }

    @Test
    void wordsAnswerWhileVectorsFillInBehind() throws IOException, InterruptedException {
        write(80);
        var vectors = new Held(1, 80);

        try (var knowledge = open(vectors)) {
            KnowledgeHits early = search(knowledge, "gate quick", true);
            assertThat(early.vectors()).isFalse();
            assertThat(early).isEqualTo(search(knowledge, "gate quick", false));
            vectors.opened.countDown();
            vectors.filled.await();
            assertThat(search(knowledge, "gate quick", true).vectors()).isTrue();
        }
    }

    private LuceneKnowledge open(Vectors vectors) {
        return LuceneKnowledge.open(List.of(temp.resolve("docs")), temp.resolve("home"), Optional.of(vectors));
    }

    private static KnowledgeHits search(LuceneKnowledge knowledge, String text, boolean semantic) {
        return knowledge.search(new KnowledgeQuery(text, Prefixes.ALL, 5, semantic));
    }

    private void write(int gates) throws IOException {
        Files.createDirectories(temp.resolve("docs"));
        var text = new StringBuilder("Tickets are inexpensive.\n\n");
        for (int i = 0; i < gates; i++) text.append("Gate ").append(i).append(" is green.\n\n");
        Files.writeString(temp.resolve("docs/a.md"), text);
    }
}
