package dev.orrery.agent.extractive.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.message.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnaskedTest {
    private static final List<String> NAMES = List.of("Quay");

    private final Judge judge = new Judge(new Tagger());

    private boolean worthwhile(String path, String sentence) {
        var passage = new Passage(Json.object().with("text", sentence).with("path", path));
        return Unasked.worthwhile(passage, judge.judge(sentence, passage.setting(NAMES)), NAMES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quay stores every booking in a ledger on the pier.",
                "Quay improves the turnaround of a barge by 40 percent.",
                "Quay offers an easy way to pay with Maritime Pay.",
                "Quay has more than 30 berths in the inner harbour.",
            })
    void whatCanBeComparedIsWorthwhile(String sentence) {
        assertThat(worthwhile("quay/index.md", sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quay offers significant improvements to the work of a harbour.",
                "The harbour of Quay is secure, but not as secure as a bank vault.",
                "The night rate of Quay is simpler than the day rate because the keeper sleeps.",
                "By tightening the lines, you can improve the safety of Quay in a storm.",
                "When Quay opens the lock, it needs to know which boat comes first.",
                "The Quay reference uses tags to order the fees.",
                "Quay will be running at localhost:8080 on your machine.",
                "Quay is the recommended harbour for boats of all kinds.",
            })
    void adviceAndPraiseAndHalvesOfArgumentsAreNot(String sentence) {
        assertThat(worthwhile("quay/index.md", sentence)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"quay/contributing/index.md, false", "quay/contributions.md, false", "quay/contract.md, true"})
    void whatIsToldToItsMakersIsNotTold(String path, boolean worthwhile) {
        assertThat(worthwhile(path, "Quay stores every booking in a ledger on the pier."))
                .isEqualTo(worthwhile);
    }

    @ParameterizedTest
    @CsvSource({
        "performance, Quay performed the updates, false",
        "berths, Every berth of Quay has water, true",
        "berth, Quay has twelve berths, true",
        "berth, Quay sets the KeeperBerth field, true",
    })
    void aTopicIsSaidByItsOwnWords(String topic, String sentence, boolean says) {
        assertThat(Unasked.says(List.of(topic), sentence)).isEqualTo(says);
    }
}
