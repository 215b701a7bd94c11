package dev.orrery.learning.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.agent.extractive.rules.RuleReader;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentence and the machine form of a rule say the same, to whoever reads either. */
class RuleTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rename\":{\"from\":\"Model support\",\"to\":\"Models\"}}",
                "{\"replace\":{\"from\":\"nine euros\",\"to\":\"EUR 9\"}}"
            })
    void aReaderOfSentencesReadsTheRuleBack(String rule) {
        assertThat(RuleReader.read(RuleText.of(JsonText.parse(rule)))).contains((Json.Obj) JsonText.parse(rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"omit\":[\"Copper Finch › Approval\"]}", "{\"order\":[\"Pricing\",\"Memory\",\"Support\"]}"})
    void whatASentenceCannotSayExactlyIsNotReadAsSomethingElse(String rule) {
        Optional<Json.Obj> read = RuleReader.read(RuleText.of(JsonText.parse(rule)));

        assertThat(read.filter(r -> !r.equals(JsonText.parse(rule)))).isEmpty();
    }
}
