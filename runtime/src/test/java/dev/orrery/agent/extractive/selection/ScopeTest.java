package dev.orrery.agent.extractive.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.agent.extractive.task.Topic;
import dev.orrery.message.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mooring is a way to keep a boat in its place.                        | EXPLANATION
                    Mooring (also called berthing) is used to keep boats in their place. | EXPLANATION
                    Mooring helps boats to stay in their place during storms.            | EXPLANATION
                    What mooring means                                                   | EXPLANATION
                    Mooring lines keep boats in their places during storms.              | GENERAL
                    Usually, mooring is paid for by the captain of the boat.             | GENERAL
                    Quay keeps boats in their places during storms.                      | PARTICULAR
                    Quay's mooring is a way to keep boats in their place.                | PARTICULAR
                    Mooring lines must be doubled during storms.                         | PARTICULAR
                    Mooring costs 40 euros.                                              | PARTICULAR
                    Mooring is free for boats of the Baltona.                            | PARTICULAR
                    """)
    void whatIsTrueOfEverybodyIsToldFromWhatIsTrueOfTheSubject(String sentence, Scope scope) {
        var passage = new Passage(Json.object().with("text", sentence).with("path", "quay/mooring.md"));
        Terms terms = Terms.of(Topic.named("mooring"), List.of("Quay"), Evidence.of(List.of()));

        assertThat(Scope.of(passage, terms, List.of("Quay"))).isEqualTo(scope);
    }

    @ParameterizedTest
    @CsvSource({"custom | custom signs hang at the pier", "customs| customs are cleared at the pier"})
    void aRelativeOfAWordForSomebodyIsNotThatWord(String line) {
        String sentence = line.substring(line.indexOf('|') + 1).strip();
        var passage = new Passage(Json.object().with("text", sentence).with("path", "quay/pier.md"));
        Terms terms = Terms.of(Topic.named("customer"), List.of("Quay"), Evidence.of(List.of()));

        assertThat(Fit.of(terms, Reading.of(passage, java.util.Set.of())).own()).isFalse();
    }
}
