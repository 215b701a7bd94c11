package dev.orrery.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files are small, named after what they are, and each room has its guide. */
class SourceRulesTest {
    private static final int LINES_MAX = 400;
    private static final int LINES_MEDIAN_BELOW = 100;

    /** Files that may be longer, each with its reason. */
    private static final Map<String, String> LONG_FILES = Map.of();

    private static final Set<String> EMPTY_WORDS =
            Set.of("util", "utils", "common", "helper", "helpers", "misc", "impl");
    private static final Pattern EMPTY_NAME =
            Pattern.compile("\\w+(Manager|Utils?|Helpers?|Impl)|Base[A-Z]\\w*|Abstract[A-Z]\\w*");

    @Test
    void noFileIsLongerThanAReaderCanHold() {
        assertThat(sources(path -> lines(path) > LINES_MAX && !LONG_FILES.containsKey(path.toString())))
                .as("files over %d lines: split them, or list them with a reason", LINES_MAX)
                .isEmpty();
    }

    @Test
    void theListOfLongFilesIsTrue() {
        assertThat(LONG_FILES.keySet())
                .as("listed as long, yet gone or short")
                .allMatch(name -> Files.exists(House.ROOT.resolve(name)) && lines(Path.of(name)) > LINES_MAX);
    }

    @Test
    void theMedianFileIsShort() {
        List<Integer> lengths = sources(path -> !path.endsWith("package-info.java")).stream()
                .map(SourceRulesTest::lines)
                .sorted()
                .toList();

        assertThat(lengths.get(lengths.size() / 2)).as("median file, in lines").isLessThan(LINES_MEDIAN_BELOW);
    }

    @Test
    void everyPackageHasItsGuideAndIsNullMarked() {
        List<Path> packages = sources(path -> path.toString().contains("src/main/java")).stream()
                .map(Path::getParent)
                .distinct()
                .toList();

        assertThat(packages).allSatisfy(room -> {
            Path guide = room.resolve("package-info.java");
            assertThat(House.ROOT.resolve(guide)).isRegularFile();
            assertThat(House.text(guide)).as(guide.toString()).contains("/**").contains("@NullMarked");
        });
    }

    @Test
    void packagesAreNounsOfTheDomain() {
        assertThat(sources(path -> {
                    for (Path part : path) {
                        if (EMPTY_WORDS.contains(part.toString())) {
                            return true;
                        }
                    }
                    return false;
                }))
                .isEmpty();
    }

    @Test
    void typesAreNamedAfterWhatTheyAre() {
        assertThat(sources(path -> EMPTY_NAME
                        .matcher(path.getFileName().toString().replace(".java", ""))
                        .matches()))
                .isEmpty();
    }

    @Test
    void testsDoNotSleep() {
        assertThat(sources(path -> path.toString().contains("src/test/java")
                        && House.text(path).contains("Thread." + "sleep(")))
                .isEmpty();
    }

    private static List<Path> sources(Predicate<Path> wanted) {
        return House.javaSources().stream().filter(wanted).toList();
    }

    private static int lines(Path source) {
        return (int) House.text(source).lines().count();
    }
}
