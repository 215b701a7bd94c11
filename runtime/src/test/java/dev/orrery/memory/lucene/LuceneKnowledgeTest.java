package dev.orrery.memory.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.memory.Kind;
import dev.orrery.memory.KnowledgeHits;
import dev.orrery.memory.KnowledgeQuery;
import dev.orrery.memory.Prefixes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneKnowledgeTest {
    @TempDir
    Path temp;

    @Test
    void bothSpellingsAndAllFormsOfAWordAreFound() throws IOException {
        write("a.md", "# Terms\n\nThe licence was modernised last year.\n\nThe WebSocket deploys at once.\n");

        try (var knowledge = open()) {
            assertThat(texts(knowledge, "license")).containsExactly("The licence was modernised last year.");
            assertThat(texts(knowledge, "modernizing")).hasSize(1);
            assertThat(texts(knowledge, "socket deployment")).containsExactly("The WebSocket deploys at once.");
            assertThat(texts(knowledge, "websocket")).hasSize(1);
            assertThat(texts(knowledge, "webSocketFactory")).containsExactly("The WebSocket deploys at once.");
        }
    }

    @Test
    void whatStandsBelowAHeadingIsFoundByItAndTheTextCountsMore() throws IOException {
        write("a.md", "# Guide\n\n## Scaling\n\nEight nodes are enough.\n\n## Other\n\nScaling takes nine nodes.\n");

        try (var knowledge = open()) {
            assertThat(texts(knowledge, "What about scaling?"))
                    .containsExactly("Scaling takes nine nodes.", "Eight nodes are enough.");
            assertThat(knowledge.search(query("scaling")).hits())
                    .allSatisfy(h -> assertThat(h.passage().kind()).isNotEqualTo(Kind.HEADING));
        }
    }

    @Test
    void aSearchStaysUnderItsPrefixesAndCountsByFolder() throws IOException {
        write("acme/a.md", "The price is high.\n\nThe price of a seat is low.\n");
        write("acme-2/a.md", "The price is secret.\n");
        write("a.md", "Ask for the price.\n");

        try (var knowledge = open()) {
            assertThat(knowledge.search(query("price")).matches())
                    .isEqualTo(java.util.Map.of("", 1, "acme", 2, "acme-2", 1));
            KnowledgeHits found =
                    knowledge.search(new KnowledgeQuery("price", new Prefixes(List.of("acme/")), 20, false));
            assertThat(found.hits()).extracting(h -> h.file().path()).containsOnly("acme/a.md");
            assertThat(found.matches()).containsOnlyKeys("acme");
        }
    }

    @Test
    void severalFoldersAreToldApartByTheirNames() throws IOException {
        write("one/docs/a.md", "The price is high.\n");
        write("two/docs/a.md", "The price is low.\n");

        try (var knowledge = LuceneKnowledge.open(
                List.of(temp.resolve("docs/one/docs"), temp.resolve("docs/two/docs")), temp.resolve("home"))) {
            assertThat(knowledge.files()).extracting(f -> f.path()).containsExactly("docs-2/a.md", "docs/a.md");
            assertThat(knowledge.search(query("price")).hits())
                    .extracting(h -> h.file().path())
                    .containsExactly("docs/a.md", "docs-2/a.md");
            assertThat(knowledge.search(query("price")).matches()).containsOnlyKeys("docs", "docs-2");
        }
    }

    @Test
    void whatIsRepeatedOverManyFilesIsLeftOutButCopiesInVersionsAreNot() throws IOException {
        for (int i = 0; i < 7; i++)
            write("page" + i + ".md", "Was this page helpful to you?\n\nPage " + i + " is odd.\n");
        for (int i = 0; i < 7; i++) write("docs/1." + i + "/guide.md", "The gate closes at nine.\n");

        try (var knowledge = open()) {
            assertThat(texts(knowledge, "helpful page")).noneMatch(t -> t.contains("helpful"));
            assertThat(texts(knowledge, "gate")).hasSize(7);
        }
    }

    @Test
    void aChangeIsSeenByTheNextOpeningAndLeavesTheOpenOneAlone() throws IOException {
        write("a.md", "The gate closes at nine.\n");

        try (var before = open()) {
            write("a.md", "New first line.\n\nThe gate closes at ten.\n");
            assertThat(texts(before, "gate")).containsExactly("The gate closes at nine.");
            try (var after = open()) {
                assertThat(texts(after, "gate")).containsExactly("The gate closes at ten.");
                assertThat(after.search(query("gate"))
                                .hits()
                                .getFirst()
                                .passage()
                                .place()
                                .in("a.md"))
                        .isEqualTo("a.md:3-3");
            }
        }
    }

    @Test
    void theSameContentGivesTheSameScoresWhateverWasThereBefore() throws IOException {
        write("a.md", "The gate closes at nine.\n");
        write("b.md", "A gate is a gate.\n");
        List<Double> fresh = scores();
        write("c.md", "No gate, but gates and gates.\n");
        open().close();
        Files.delete(temp.resolve("docs/c.md"));

        assertThat(scores()).isEqualTo(fresh);
    }

    @Test
    void aDamagedCacheIsMadeAnew() throws IOException {
        write("a.md", "The gate closes at nine.\n");
        open().close();
        List<Path> kept;
        try (Stream<Path> files = Files.walk(temp.resolve("home"))) {
            kept = files.filter(Files::isRegularFile).toList();
        }
        assertThat(kept).hasSizeGreaterThan(3);

        for (Path file : kept) {
            Files.write(file, new byte[] {1}, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try (var knowledge = open()) {
                assertThat(texts(knowledge, "gate")).containsExactly("The gate closes at nine.");
            }
        }
    }

    @Test
    void severalMayOpenANewFolderAtOnce() throws IOException {
        for (int i = 0; i < 20; i++) write("a" + i + ".md", "Gate " + i + " closes at nine.\n");

        List<CompletableFuture<Integer>> opened = IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> {
                    try (var knowledge = open()) {
                        return texts(knowledge, "gate").size();
                    }
                }))
                .toList();

        assertThat(opened).allSatisfy(o -> assertThat(o.join()).isEqualTo(20));
        try (Stream<Path> left = Files.list(home())) {
            assertThat(left.map(p -> p.getFileName().toString())).hasSize(1).allMatch(n -> n.startsWith("gen-"));
        }
    }

    @Test
    void aFileThatCannotBeReadIsReportedEveryTime() throws IOException {
        write("a.md", "The gate closes at nine.\n");
        Files.write(temp.resolve("docs/b.pdf"), new byte[] {1, 2, 3});

        for (int i = 0; i < 2; i++) {
            try (var knowledge = open()) {
                assertThat(knowledge.unread()).singleElement().satisfies(u -> {
                    assertThat(u.path()).isEqualTo("b.pdf");
                    assertThat(u.reason()).startsWith("damaged");
                });
            }
        }
    }

    @Test
    void aHomeThatCannotBeWrittenCostsOnlyTime() throws IOException {
        write("a.md", "The gate closes at nine.\n");
        Files.createFile(temp.resolve("home"));

        try (var knowledge = open()) {
            assertThat(texts(knowledge, "gate")).hasSize(1);
        }
    }

    private Path home() throws IOException {
        try (Stream<Path> homes = Files.list(temp.resolve("home/knowledge"))) {
            return homes.findFirst().orElseThrow();
        }
    }

    private List<Double> scores() {
        try (var knowledge = open()) {
            return knowledge.search(query("gate nine")).hits().stream()
                    .map(KnowledgeHits.Hit::score)
                    .toList();
        }
    }

    private LuceneKnowledge open() {
        return LuceneKnowledge.open(List.of(temp.resolve("docs")), temp.resolve("home"));
    }

    private static KnowledgeQuery query(String text) {
        return new KnowledgeQuery(text, Prefixes.ALL, 20, false);
    }

    private static List<String> texts(LuceneKnowledge knowledge, String text) {
        return knowledge.search(query(text)).hits().stream()
                .map(h -> h.passage().text())
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = temp.resolve("docs").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
