package dev.orrery.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written down is finished and true on every machine. */
class WordsTest {
    private static final Set<String> TEXT_ENDINGS =
            Set.of("java", "md", "xml", "sh", "yml", "yaml", "properties", "html", "adoc", "txt", "json", "sql");
    private static final Set<String> SCRIPTS = Set.of("orrery", "verify", "run");

    /** Written in pieces, so that this file passes its own test. */
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|X" + "XX|lorem" + " ipsum)\\b");

    private static final Pattern MACHINE = Pattern.compile(
            "(?<![\\w.}])/(wo" + "rk|ro" + "ot)/|repo1?\\.maven" + "\\.|registry\\.npm" + "js|C:\\\\Use" + "rs");

    @Test
    void nothingIsLeftUnfinished() {
        assertThat(linesWith(UNFINISHED)).isEmpty();
    }

    @Test
    void noMachineIsNamed() {
        assertThat(linesWith(MACHINE)).isEmpty();
    }

    private static List<String> linesWith(Pattern forbidden) {
        return House.files(WordsTest::isText).stream()
                .flatMap(file -> linesWith(forbidden, file))
                .toList();
    }

    private static Stream<String> linesWith(Pattern forbidden, Path file) {
        String text = House.text(file);
        return forbidden
                .matcher(text)
                .results()
                .map(MatchResult::start)
                .map(start -> file + ":"
                        + (1
                                + text.substring(0, start)
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count()));
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return SCRIPTS.contains(name) || TEXT_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
