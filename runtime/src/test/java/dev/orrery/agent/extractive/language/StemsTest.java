package dev.orrery.agent.extractive.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemsTest {
    @ParameterizedTest
    @CsvSource({
        "deploys, deployment", "licence, licensing", "approve, approvals", "recover, recovery",
                "organise, organization",
        "policy, policies", "deliver, delivery", "scale, scalability", "store, storage", "colour, colors"
    })
    void wordsOfOneFamilyAreRelated(String one, String other) {
        assertThat(Stems.related(Stems.of(one), Stems.of(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"service, serve", "train, trade", "port, portrait", "rate, ratio", "car, care", "memory, member"})
    void wordsThatOnlyLookAlikeAreNot(String one, String other) {
        assertThat(Stems.related(Stems.of(one), Stems.of(other))).isFalse();
    }
}
