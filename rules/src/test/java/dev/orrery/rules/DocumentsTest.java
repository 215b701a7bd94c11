package dev.orrery.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents are there, lead somewhere, and keep step with the build. */
class DocumentsTest {
    private static final Path DECISIONS = Path.of("docs/adr");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    private static final Pattern MANAGED =
            Pattern.compile("(?s)<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    @Test
    void aReaderFindsTheFrontDocuments() {
        assertThat(List.of("README.md", "CHANGELOG.md", "LICENSE", "docs/adr/README.md", "docs/guide/README.md"))
                .allSatisfy(name -> assertThat(House.ROOT.resolve(name)).isNotEmptyFile());
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() {
        assertThat(documents().stream().flatMap(DocumentsTest::brokenLinks)).isEmpty();
    }

    @Test
    void everyDependencyIsExplainedInADecision() {
        String decisions = documents().stream()
                .filter(path -> path.startsWith(DECISIONS))
                .map(House::text)
                .collect(Collectors.joining("\n"));

        assertThat(managedDependencies())
                .isNotEmpty()
                .filteredOn(name -> !Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                        .matcher(decisions)
                        .find())
                .as("dependencies that no file in docs/adr names")
                .isEmpty();
    }

    @Test
    void everyDecisionHasANumberOfItsOwn() {
        List<String> numbers = documents().stream()
                .filter(path -> path.startsWith(DECISIONS) && !path.endsWith("README.md"))
                .map(path -> path.getFileName().toString())
                .peek(name -> assertThat(name).matches("\\d{4}-[a-z0-9-]+\\.md"))
                .map(name -> name.substring(0, 4))
                .toList();

        assertThat(numbers).doesNotHaveDuplicates();
    }

    private static List<Path> documents() {
        return House.files(path -> path.toString().endsWith(".md")
                && (path.getNameCount() == 1 || path.startsWith("docs") || path.endsWith("README.md")));
    }

    private static Stream<String> brokenLinks(Path document) {
        String prose = CODE.matcher(House.text(document)).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(result -> result.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .filter(link -> !resolves(document, link))
                .map(link -> document + " -> " + link);
    }

    private static boolean resolves(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document
                : House.ROOT.relativize(
                        House.ROOT.resolve(document).resolveSibling(parts[0]).normalize());
        if (!Files.exists(House.ROOT.resolve(target))) {
            return false;
        }
        return parts.length == 1 || headings(target).anyMatch(parts[1]::equals);
    }

    private static Stream<String> headings(Path document) {
        Matcher headings = HEADING.matcher(House.text(document));
        return headings.results()
                .map(result -> result.group(1).toLowerCase(Locale.ROOT))
                .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'));
    }

    private static List<String> managedDependencies() {
        String pom = House.text(Path.of("pom.xml"));
        String managed = pom.substring(pom.indexOf("<dependencyManagement>"), pom.indexOf("</dependencyManagement>"));
        return MANAGED.matcher(managed)
                .results()
                .filter(result -> !result.group(1).equals("dev.orrery"))
                .map((MatchResult result) -> result.group(2))
                .toList();
    }
}
