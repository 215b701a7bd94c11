package dev.orrery.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java in the guide is the Java of the examples, so it compiles and does what the guide says. */
class GuideTest {
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");

    @ParameterizedTest
    @ValueSource(strings = {"agents.md", "tools.md", "library.md"})
    void everySnippetStandsInAnExample(String page) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "guide", page));
        List<String> snippets = JAVA.matcher(text)
                .results()
                .map((MatchResult r) -> flat(r.group(1)))
                .toList();

        assertThat(snippets)
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(sources()).anyMatch(s -> s.contains(snippet)));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "java", "dev", "orrery", "examples"))) {
            return files.map(GuideTest::read).map(GuideTest::flat).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Takes indentation out of account. */
    private static String flat(String code) {
        return code.lines()
                .map(String::strip)
                .reduce("", (a, b) -> a + "\n" + b)
                .strip();
    }
}
