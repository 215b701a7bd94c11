package dev.orrery.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.JsonText;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LenientJsonTest {
    @Test
    void jsonIsReadAsItIs() {
        check(
                "{\"a\":[1,-2.5,1e3,true,null,\"x\\n\\u00e9\"],\"b\":{}}",
                "{\"a\":[1,-2.5,1000,true,null,\"x\\né\"],\"b\":{}}");
    }

    @Test
    void whatModelsGetWrongIsReadAsTheyMeantIt() {
        check("Here: {'a': 'it''s', 'b': None,}", "{\"a\":\"it''s\",\"b\":null}");
        check("{a: 1, b: True, // note\n c: /* x */ two words}", "{\"a\":1,\"b\":true,\"c\":\"two words\"}");
        check("{\"a\": \"say \"hello\" now\", \"b\": 1}", "{\"a\":\"say \\\"hello\\\" now\",\"b\":1}");
        check("{\"a\": \"two\nlines\"}", "{\"a\":\"two\\nlines\"}");
        check("{\"a\": [1, 2}", "{\"a\":[1,2]}");
        check("{“a”: “b”}", "{\"a\":\"b\"}");
    }

    @Test
    void whatIsNotClosedIsClosed() {
        var found = LenientJson.find("{\"a\": [{\"b\": \"cut her", 0).orElseThrow();

        assertThat(JsonText.print(found.value())).isEqualTo("{\"a\":[{\"b\":\"cut her\"}]}");
        assertThat(found.closed()).isFalse();
    }

    @Test
    void theObjectThatAReplyIsAboutIsTheLongest() {
        String reply = "As [1] says, {see below}:\n```json\n{\"answer\": \"MIT\", \"cites\": [1]}\n```\nfor {}";

        assertThat(LenientJson.object(reply).map(found -> JsonText.print(found.value())))
                .contains("{\"answer\":\"MIT\",\"cites\":[1]}");
    }

    @Test
    void nestingIsBounded() {
        assertThat(LenientJson.find("[".repeat(100_000), 0)).isPresent();
    }

    @Test
    void readingAlwaysEnds() {
        var random = new Random(7);
        String letters = "{}[]:,\"'\\ax1 \n";
        for (int n = 0; n < 20_000; n++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) text.append(letters.charAt(random.nextInt(letters.length())));
            LenientJson.findAll(text.toString())
                    .forEach(found -> assertThat(found.end()).isGreaterThan(found.start()));
        }
    }

    private static void check(String text, String read) {
        assertThat(LenientJson.find(text, 0).map(found -> JsonText.print(found.value())))
                .as(text)
                .contains(read);
    }
}
