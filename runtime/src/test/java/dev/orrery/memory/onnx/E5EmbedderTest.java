package dev.orrery.memory.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.memory.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class E5EmbedderTest {
    @Test
    void whatAnswersAQuestionIsNearerThanWhatDoesNot() {
        try (var embedder = E5Embedder.load()) {
            float[] asked = embedder.query("what does acme cost");
            float[] answer = embedder.passage("The price of Acme is nine euros.");
            float[] other = embedder.passage("The office closes at six.");

            assertThat(Embedder.cosine(asked, answer)).isGreaterThan(0.8);
            assertThat(Embedder.cosine(asked, other)).isLessThan(0.76);
            assertThat(embedder.passage("The office closes at six.")).isEqualTo(other);
        }
    }

    /** The expected ids are those of the tokenizer that the model was published with. */
    @Test
    void textIsCutAsTheModelWasTrained() throws IOException {
        WordPiece pieces;
        try (InputStream in = E5Embedder.class.getResourceAsStream("/e5-small-v2-q-tokenizer.json")) {
            pieces = WordPiece.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }

        assertThat(pieces.ids("query: How do I scale the server?", 64))
                .containsExactly(101, 23032, 1024, 2129, 2079, 1045, 4094, 1996, 8241, 1029, 102);
        assertThat(pieces.ids("passage: Café Zürich's e-mail: don't pay €9.50 (v2.1.3)!", 64))
                .containsExactly(
                        101, 6019, 1024, 7668, 10204, 1005, 1055, 1041, 1011, 5653, 1024, 2123, 1005, 1056, 3477, 1574,
                        2683, 1012, 2753, 1006, 1058, 2475, 1012, 1015, 1012, 1017, 1007, 999, 102);
        assertThat(pieces.ids("passage: internationalization of OpenTelemetry's WebSocketFactory 日本語", 64))
                .containsExactly(
                        101, 6019, 1024, 2248, 3989, 1997, 2330, 9834, 21382, 11129, 1005, 1055, 4773, 6499, 19869,
                        24475, 18908, 10253, 1864, 1876, 1950, 102);
        assertThat(Arrays.stream(pieces.ids("a b c d e f g", 5)).toArray())
                .hasSize(5)
                .endsWith(102);
    }
}
