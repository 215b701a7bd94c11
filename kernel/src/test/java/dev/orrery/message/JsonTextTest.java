package dev.orrery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** JSON text is read back as it was written, equal values have equal canonical text, and bad text is refused. */
class JsonTextTest {
    @Test
    void whatIsPrintedIsReadBackAsItWas() {
        for (long seed = 0; seed < 3_000; seed++) {
            Json value = value(new Random(seed), 4);

            assertThat(JsonText.parse(JsonText.print(value)))
                    .as("seed %d", seed)
                    .isEqualTo(value);
            assertThat(JsonText.parse(JsonText.canonical(value)))
                    .as("seed %d", seed)
                    .isEqualTo(value);
        }
    }

    @Test
    void equalValuesHaveEqualCanonicalTextWhateverTheOrderOfMembers() {
        for (long seed = 0; seed < 1_000; seed++) {
            Json value = value(new Random(seed), 4);
            Json shuffled = shuffled(value, new Random(seed + 1));

            assertThat(shuffled).isEqualTo(value);
            assertThat(shuffled.hashCode()).isEqualTo(value.hashCode());
            assertThat(Hash.of(shuffled)).isEqualTo(Hash.of(value));
        }
    }

    @Test
    void numbersKeepTheirValue() {
        for (double number :
                new double[] {0, -0.0, 1, -1, 0x1p53, -0x1p53, 0x1p53 + 2, 1e300, 1.5e-7, Double.MIN_VALUE}) {
            assertThat(JsonText.parse(JsonText.print(Json.of(number)))).isEqualTo(Json.of(number));
        }
        assertThat(JsonText.print(Json.of(42))).isEqualTo("42");
        assertThat(Json.of(-0.0)).isEqualTo(Json.of(0));
    }

    @Test
    void textThatIsNoSingleValueIsRefused() {
        for (String text :
                List.of("", " ", "{", "[1,", "{\"a\":}", "1 2", "{} x", "nul", "'a'", "NaN", "1e999", "\"\\q\"")) {
            assertThatThrownBy(() -> JsonText.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("(?s)(not JSON: |JSON has no number ).*");
        }
    }

    @Test
    void textThatNestsTooDeepIsRefused() {
        int most = JsonText.DEPTH_MAX;
        assertThat(JsonText.parse("[".repeat(most) + "]".repeat(most)).items()).hasSize(1);
        assertThatThrownBy(() -> JsonText.parse("[".repeat(most + 1) + "]".repeat(most + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonText.parse("{\"a\":".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noiseNeverMakesItThrowAnythingElse() {
        String good = "{\"a\": [1, -2.5e3, true, null, \"\\u00e9\\n\"], \"b\": {\"c\": \"ü\"}}";
        for (long seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder(good);
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) text.deleteCharAt(at);
                else text.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
            }
            try {
                Json value = JsonText.parse(text.toString());
                assertThat(JsonText.parse(JsonText.print(value))).isEqualTo(value);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static Json value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> Json.of(text(random));
            case 1 -> Json.of(random.nextBoolean() ? random.nextInt() : Double.longBitsToDouble(finite(random)));
            case 2 -> Json.of(random.nextBoolean());
            case 3 -> new Json.Null();
            case 4 -> {
                var items = new ArrayList<Json>();
                for (int i = random.nextInt(4); i > 0; i--) items.add(value(random, depth - 1));
                yield Json.of(items);
            }
            default -> {
                Json.Obj object = Json.object();
                for (int i = random.nextInt(4); i > 0; i--)
                    object = object.with(text(random), value(random, depth - 1));
                yield object;
            }
        };
    }

    private static long finite(Random random) {
        long bits = random.nextLong();
        return Double.isFinite(Double.longBitsToDouble(bits)) ? bits : 0;
    }

    /** Returns any chars at all: controls, quotes, lone surrogates. */
    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append((char) (random.nextBoolean() ? random.nextInt(128) : 0xD700 + random.nextInt(0x1000)));
        }
        return text.toString();
    }

    private static Json shuffled(Json value, Random random) {
        return switch (value) {
            case Json.Obj o -> {
                var names = new ArrayList<>(o.members().keySet());
                Collections.shuffle(names, random);
                Json.Obj other = Json.object();
                for (String name : names) other = other.with(name, shuffled(member(o, name), random));
                yield other;
            }
            case Json.Arr a ->
                Json.of(a.items().stream().map(i -> shuffled(i, random)).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }

    private static Json member(Json.Obj object, String name) {
        return object.members().getOrDefault(name, new Json.Null());
    }
}
