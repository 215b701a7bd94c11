package dev.orrery.memory.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.memory.Passage;
import dev.orrery.memory.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise that citations rest on. */
class VerbatimTest {
    @ParameterizedTest
    @ValueSource(strings = {"guide.md", "guide.adoc", "guide.html", "guide.txt"})
    void everyPassageStandsWithoutABreakInTheLinesThatItNames(String name) {
        String source = new String(Fixtures.bytes(name), StandardCharsets.UTF_8);

        assertThat(Fixtures.passages(name)).hasSizeGreaterThan(7).allSatisfy(passage -> {
            assertThat(Verbatim.holds(passage, source)).as("%s", passage).isTrue();
            assertThat(passage.place())
                    .isInstanceOfSatisfying(
                            Place.Lines.class,
                            l -> assertThat(l.last() - l.first()).isLessThan(Place.LINES_MAX));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"guide.md", "guide.adoc", "guide.html", "guide.txt"})
    void windowsLineEndsChangeNothing(String name) {
        String source = new String(Fixtures.bytes(name), StandardCharsets.UTF_8);

        assertThat(Passages.of(Fixtures.read(name, source.replace("\n", "\r\n"))))
                .isEqualTo(Fixtures.passages(name));
    }

    @Test
    void theJudgeSeesAWordThatIsMissing() {
        String source = "The ferry **never** leaves\nat nine.";

        assertThat(Verbatim.holds("The ferry never leaves at nine.", source)).isTrue();
        assertThat(Verbatim.holds("The ferry leaves at nine.", source)).isFalse();
        assertThat(Verbatim.holds("at nine the ferry never leaves", source)).isFalse();
    }

    @Test
    void aSentenceOverMoreThanTwelveLinesIsLeftOut() {
        List<Passage> passages = Passages.of(Fixtures.read("a.txt", "One\n" + "word\n".repeat(12) + "more.\n"));

        assertThat(passages).isEmpty();
    }
}
