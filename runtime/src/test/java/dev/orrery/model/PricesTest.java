package dev.orrery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PricesTest {
    @Test
    void theLongestNameThatFitsCounts() {
        Prices prices = Prices.builtIn();

        assertThat(prices.of(name("openai:gpt-5-mini-2025-08-07")).inputMicros())
                .isEqualTo(250_000);
        assertThat(prices.of(name("openai:gpt-5.1")).inputMicros()).isEqualTo(1_250_000);
        assertThat(prices.of(name("anthropic:claude-opus-4-5")).outputMicros()).isEqualTo(25_000_000);
    }

    @Test
    void costIsRoundedUpAndCachedInputIsCheaper() {
        var price = new Price(250_000, 25_000, 2_000_000, true);

        assertThat(price.costMicros(new Usage(1_000, 0, 100))).isEqualTo(450);
        assertThat(price.costMicros(new Usage(1_000, 1_000, 100))).isEqualTo(225);
        assertThat(price.costMicros(new Usage(1, 0, 0))).isEqualTo(1);
        assertThat(price.mostMicros(1_000, 100)).isEqualTo(450);
    }

    @Test
    void aModelThatNobodyKnowsIsCountedAtTheDearestPrice() {
        Price price = Prices.builtIn().of(name("openai:house-model"));

        assertThat(price.known()).isFalse();
        assertThat(price.outputMicros()).isEqualTo(120_000_000);
    }

    @Test
    void aModelOnThisMachineIsFree() {
        var local = ModelChoice.of("openai:gpt-5", Optional.of("http://127.0.0.1:8080/v1/"), _ -> Optional.empty());

        assertThat(local)
                .isInstanceOfSatisfying(
                        Checked.Valid.class,
                        valid -> assertThat(Prices.builtIn().of((ModelChoice) valid.value()))
                                .isEqualTo(Price.FREE));
    }

    @Test
    void theUsersTableComesFirst() {
        Checked<Prices> read = Prices.read("prices:\n  openai:gpt-5: {input: 7, output: 8}\n");

        assertThat(read).isInstanceOfSatisfying(Checked.Valid.class, valid -> {
            Prices prices = (Prices) valid.value();
            assertThat(prices.of(name("openai:gpt-5-mini"))).isEqualTo(new Price(7, 7, 8, true));
            assertThat(prices.of(name("openai:o3")).inputMicros()).isEqualTo(2_000_000);
        });
    }

    @Test
    void aTableThatIsWrongSaysWhere() {
        check("prices: [", "not YAML");
        check("models: 1", "no member 'prices'");
        check("prices: {gpt-5: {input: 1, output: 2}}", "'gpt-5' is not PROVIDER:NAME");
        check("prices: {\"openai:x\": {input: -1, output: 2}}", "the price of openai:x");
        check("prices: {\"openai:x\": {input: 1, output: 2, per: 3}}", "the price of openai:x");
    }

    private static void check(String yaml, String message) {
        assertThat(Prices.read(yaml))
                .isInstanceOfSatisfying(
                        Checked.Faulty.class,
                        faulty -> assertThat(faulty.message()).contains(message).doesNotContain("\n"));
    }

    private static ModelName name(String text) {
        return ((Checked.Valid<ModelName>) ModelName.parse(text)).value();
    }
}
