package dev.orrery.agent.extractive.language;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells how common a word is in general English. The vocabulary of the embedding model lists whole words from the most
 * to the least frequent; its order is used and nothing else of it. Read once, when first asked.
 */
public final class Commonness {
    /** The rank of a word that the vocabulary does not have as a whole: rarer than all that it has. */
    public static final int RARE = 30_000;

    private static final String VOCABULARY = "/e5-small-v2-q-tokenizer.json";

    private Commonness() {}

    /** Returns the rank of {@code word}, which is in lower case: small for common words, at most {@link #RARE}. */
    public static int rank(String word) {
        return Ranks.BY_WORD.getOrDefault(word, RARE);
    }

    private static final class Ranks {
        static final Map<String, Integer> BY_WORD = read();

        private static Map<String, Integer> read() {
            try (InputStream in = Commonness.class.getResourceAsStream(VOCABULARY)) {
                // Without the vocabulary every word counts as rare: topics are found less well, but found.
                if (in == null) return Map.of();
                Json tokenizer = JsonText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                var ranks = new HashMap<String, Integer>();
                if (tokenizer.at("model").flatMap(m -> m.at("vocab")).orElse(Json.object())
                        instanceof Json.Obj vocabulary) {
                    vocabulary.members().forEach((word, rank) -> {
                        if (rank instanceof Json.Num n && !word.startsWith("##")) ranks.put(word, (int) n.value());
                    });
                }
                return Map.copyOf(ranks);
            } catch (IOException e) {
                throw new IllegalStateException("cannot read " + VOCABULARY, e);
            }
        }
    }
}
