package dev.orrery.agent.extractive.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntroductionTest {
    private final Introduction introduction = new Introduction(List.of("Quay"), path -> path.endsWith("index.md"));

    private static List<Passage> passages(String... sentences) {
        return Stream.of(sentences)
                .map(s -> new Passage(Json.object()
                        .with("text", s)
                        .with("path", "quay/harbour.md")
                        .with("at", "quay/harbour.md:" + s.length())))
                .toList();
    }

    private List<String> best(List<Passage> passages, List<String> said) {
        return introduction.best(passages, said, 3).stream()
                .map(Statement::text)
                .toList();
    }

    @Test
    void whatASubjectDoesAndHasIntroducesIt() {
        List<Passage> passages = passages(
                "Quay stores every booking of a berth in a ledger.",
                "Quay offers 30 berths with water and power.",
                "A keeper counts the boats of the harbour each evening.",
                "Quay in winter has no water on the piers.");

        assertThat(best(passages, List.of()))
                .containsExactlyInAnyOrder(
                        "Quay stores every booking of a berth in a ledger.",
                        "Quay offers 30 berths with water and power.");
    }

    @Test
    void whatStandsElsewhereIsNotSaidAgainInOtherWords() {
        List<Passage> passages = passages(
                "Quay offers 30 berths with water and power.", "Quay stores every booking of a berth in a ledger.");

        assertThat(best(passages, List.of("Quay has 30 berths with power and water.")))
                .containsExactly("Quay stores every booking of a berth in a ledger.");
    }

    @Test
    void aSubjectOfWhichLittleIsSaidIsIntroducedByWhatNamesItElsewhere() {
        List<Passage> passages = passages("The inner harbour of Quay holds 30 sailing boats of fifteen metres.");

        assertThat(best(passages, List.of()))
                .containsExactly("The inner harbour of Quay holds 30 sailing boats of fifteen metres.");
    }
}
