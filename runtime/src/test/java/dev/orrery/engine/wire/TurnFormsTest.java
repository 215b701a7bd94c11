package dev.orrery.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.Event.Then;
import dev.orrery.kernel.FailureKind;
import dev.orrery.kernel.Flag;
import dev.orrery.kernel.ModelPin;
import dev.orrery.kernel.Terms;
import dev.orrery.message.Capability;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.message.Label;
import dev.orrery.message.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms lie on users' disks: what was written once is read for good, and says the same. */
class TurnFormsTest {
    private static final Instant AT = Instant.parse("2026-11-24T10:15:30Z");
    private static final Hash HASH = Hash.of("sent");
    private static final Amount USED = new Amount(120, 7, 1);
    private static final Label LABEL = Label.user("goal");

    @ParameterizedTest
    @MethodSource
    void anEventReadsBackAsItWasWritten(String type, Event event, String form) {
        StoredEvent stored = EventWriter.write(event, AT);

        assertThat(stored.type()).isEqualTo(type);
        assertThat(JsonText.canonical(stored.body())).isEqualTo(JsonText.canonical(JsonText.parse(form)));
        assertThat(read(stored)).isEqualTo(event);
    }

    static Stream<Arguments> anEventReadsBackAsItWasWritten() {
        String sent = "\"sent\":\"" + HASH.hex() + "\"";
        String taken = """
                {"effect":"e2","step":"write","attempt":1,"turn":3,"repairs":2,
                 "used":{"tokens":120,"costMicros":7,"turns":1},"label":{"integrity":"user","sources":["goal"]},
                """;
        String failed = """
                {"effect":"e2","step":"write","attempt":1,"turn":3,"kind":"error","reason":"busy",
                 "used":{"tokens":120,"costMicros":7,"turns":1}
                """;
        return Stream.of(
                arguments(
                        "turn.taken",
                        taken(new Turn.Note(Json.of("so far")), Optional.of(HASH)),
                        taken + "\"answer\":{\"kind\":\"note\",\"content\":\"so far\"}," + sent + "}"),
                arguments(
                        "turn.taken",
                        taken(new Turn.Final(Json.of(1)), Optional.empty()),
                        taken + "\"answer\":{\"kind\":\"final\",\"output\":1}}"),
                arguments("turn.failed", failed(new Then.Ends(), Optional.of(HASH)), failed + "," + sent + "}"),
                arguments(
                        "turn.failed", failed(new Then.Corrects(), Optional.empty()), failed + ",\"corrected\":true}"),
                arguments(
                        "turn.failed",
                        failed(new Then.Retries(AT), Optional.empty()),
                        failed + ",\"retryAt\":\"2026-11-24T10:15:30Z\"}"),
                arguments(
                        "effect.requested",
                        new Event.Requested(new Effect.Retry("e3", "write", 1, 3, HASH, 90, AT), Terms.free(0)),
                        """
                        {"effect":"e3","step":"write","kind":"retry","attempt":1,"turn":3,"tokens":90,
                         "until":"2026-11-24T10:15:30Z","window":"%s","terms":{"approval":"","deadlineMillis":0,
                         "reserved":{"tokens":0,"costMicros":0,"turns":0}}}
                        """.formatted(HASH.hex())),
                arguments(
                        "content.flagged",
                        new Event.ContentFlagged("write", List.of(new Flag("injection", "acme/a.md:1-1", "Ignore"))),
                        """
                        {"step":"write","flags":[{"kind":"injection","source":"acme/a.md:1-1","text":"Ignore"}]}
                        """));
    }

    @Test
    void aFailedTurnFromBeforeThereWereModelsEndsItsAttempt() {
        var old = new StoredEvent("turn.failed", 1, AT, JsonText.parse("""
                {"effect":"e2","step":"write","attempt":1,"kind":"invalid","reason":"no title",
                 "used":{"tokens":120,"costMicros":0,"turns":1}}
                """));

        assertThat(read(old))
                .isEqualTo(new Event.TurnFailed(
                        "e2",
                        "write",
                        1,
                        0,
                        FailureKind.INVALID,
                        "no title",
                        new Amount(120, 0, 1),
                        new Then.Ends(),
                        Optional.empty()));
    }

    @Test
    void aDefinitionNamesItsModelAndOneFromBeforeHasNone() {
        AgentCard card = AgentCard.of("research", Capability.RESEARCH);
        AgentCard modelled = card.withModel(new ModelPin("openai:tiny", "http://localhost:1/v1", 5, 7));

        assertThat(AgentCard.of(modelled.toJson())).isEqualTo(modelled);
        assertThat(modelled.toJson().at("model").orElseThrow()).isEqualTo(JsonText.parse("""
                        {"name":"openai:tiny","baseUrl":"http://localhost:1/v1",
                         "inputMicrosPerMillion":5,"outputMicrosPerMillion":7}
                        """));
        assertThat(AgentCard.of(card.toJson())).isEqualTo(card);
        assertThat(card.toJson().at("model")).isEmpty();
        AgentCard standIn = modelled.standIn();
        assertThat(standIn.name()).isEqualTo("research-native");
        assertThat(AgentCard.of(standIn.toJson())).isEqualTo(standIn);
        assertThat(standIn.toJson().text("origin")).isEqualTo("fallback");
    }

    private static Event taken(Turn turn, Optional<Hash> sent) {
        return new Event.TurnTaken("e2", "write", 1, 3, turn, USED, 2, LABEL, sent);
    }

    private static Event failed(Then then, Optional<Hash> sent) {
        return new Event.TurnFailed("e2", "write", 1, 3, FailureKind.ERROR, "busy", USED, then, sent);
    }

    private static Event read(StoredEvent stored) {
        return EventReader.read(new Recorded(StreamId.run("r1"), 1, stored, 1));
    }
}
