package dev.orrery.agent.extractive.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.agent.extractive.selection.Outline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final Places PLACES =
            Places.of(new Outline(Stream.of("copper-finch", "tarnwick", "velmora-relay", "company")
                    .flatMap(f -> Stream.of("index.md", "pricing.md").map(p -> f + "/" + p))
                    .map(p -> new Outline.File(p, "A page", List.of(), ""))
                    .toList()));

    private static final List<Member> OFFERED = Stream.of("Copper Finch", "Tarnwick", "Velmora Relay")
            .map(n -> Member.named(n, PLACES.find(n)))
            .toList();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yes                                         | copper-finch tarnwick velmora-relay
            Yes, please.                                | copper-finch tarnwick velmora-relay
            all of them                                 | copper-finch tarnwick velmora-relay
            yes, but not Tarnwick                       | copper-finch velmora-relay
            all except Copper Finch                     | tarnwick velmora-relay
            the first two                               | copper-finch tarnwick
            the last one                                | velmora-relay
            only the first                              | copper-finch
            1 and 3                                     | copper-finch velmora-relay
            the second and the third                    | tarnwick velmora-relay
            Tarnwick                                    | tarnwick
            tarnwick, velmora-relay                     | tarnwick velmora-relay
            copper finch and VELMORA RELAY              | copper-finch velmora-relay
            No, Tarnwick and Velmora                    | tarnwick velmora-relay
            I mean Copper Finch and Tarnwick            | copper-finch tarnwick
            the folders tarnwick and copper-finch please| tarnwick copper-finch
            Please look at Tarnwick, we meet them often | tarnwick
            Tarnwik                                     | tarnwick
            not Velmora Relay                           | copper-finch tarnwick
            """)
    void anAnswerIsReadInTheWordsPeopleUse(String answer, String folders) {
        assertThat(folders(new Answer(OFFERED, PLACES).read(answer))).isEqualTo(folders);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "hmm", "I do not know", "whatever you like", "Foobar", "the fifth", "none of them"})
    void anAnswerThatNamesNothingKnownIsNone(String answer) {
        assertThat(new Answer(OFFERED, PLACES).read(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "all", "the first two"})
    void whereNothingWasOfferedThereIsNothingToAgreeTo(String answer) {
        assertThat(new Answer(List.of(), PLACES).read(answer)).isEmpty();
    }

    private static String folders(Optional<List<Member>> members) {
        return String.join(
                " ",
                members.orElse(List.of()).stream()
                        .map(m -> m.place().map(Place::path).orElse("?" + m.name()))
                        .toList());
    }
}
