package dev.orrery.agent.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.memory.lucene.LuceneKnowledge;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.plan.Catalog;
import dev.orrery.plan.PlanCompiler;
import dev.orrery.plan.PlanReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractivePlannerTest {
    @TempDir
    static Path home;

    private static LuceneKnowledge competitors;
    private static LuceneKnowledge renovation;

    @BeforeAll
    static void open() {
        competitors = LuceneKnowledge.open(List.of(Path.of("../examples/competitors")), home);
        renovation = LuceneKnowledge.open(List.of(Path.of("../examples/renovation")), home);
    }

    @AfterAll
    static void close() {
        competitors.close();
        renovation.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Research our three main competitors and draft a summary report | survey | copper-finch tarnwick velmora-relay | memory, approval, model support
            Compare Copper Finch and Tarnwick on licence and scaling       | compare | copper-finch tarnwick | licence, scaling
            Who are our competitors and which of them supports approval?   | find | copper-finch tarnwick velmora-relay | approval
            Who are our competitors?                                       | find | copper-finch tarnwick velmora-relay | what it is
            What changed between 2.4 and 2.5 of Copper Finch?              | changes | copper-finch | ''
            Summarise what these documents say about retries               | summary | copper-finch tarnwick velmora-relay | retries
            List every open risk with its source                           | list | copper-finch tarnwick velmora-relay | open risks
            How does Copper Finch handle retries?                          | find | copper-finch | retries
            What is Velmora Relay?                                         | find | velmora-relay | what it is
            How do I rotate signing keys?                                  | find | '' | rotate signing keys
            Compare all products on pricing                                | compare | copper-finch tarnwick velmora-relay | pricing
            """)
    void aGoalBecomesAPlanOfItsKind(String goal, String kind, String subjects, String topics) {
        Json plan = new PlannerDriver(competitors).plan(goal);

        assertThat(plan.text("kind")).isEqualTo(kind);
        assertThat(folders(plan)).isEqualTo(subjects);
        assertThat(topics(plan)).isEqualTo(topics);
        assertThat(compileErrors(plan)).isEmpty();
    }

    @Test
    void whoWasNamedAndDoesNotBelongIsKeptWithTheSentenceThatSaysSo() {
        Json plan = new PlannerDriver(competitors).plan("Research our three main competitors");

        assertThat(frame(plan).list("excluded"))
                .extracting(e -> e.text("name") + ": " + e.text("why"))
                .contains("Mossbeck: Mossbeck is not a competitor.");
    }

    @Test
    void versionsAreFoundInFilesThatBearTheirNumbers() {
        Json plan = new PlannerDriver(renovation).plan("What changed between 1.2 and 1.3 of the schedule?");

        assertThat(JsonText.print(frame(plan).at("versions").orElseThrow()))
                .isEqualTo("[{\"name\":\"1.2\",\"under\":[\"schedule/schedule-1.2.md\"]},"
                        + "{\"name\":\"1.3\",\"under\":[\"schedule/schedule-1.3.md\"]}]");
    }

    @Test
    void aListOverADrawerOfPapersIsOneSearchOverAllOfThem() {
        Json plan = new PlannerDriver(renovation).plan("List every open risk with its source");

        assertThat(folders(plan)).isEmpty();
        assertThat(plan.list("steps").getFirst().at("forEach")).isEmpty();
        assertThat(frame(plan).at("listing").orElseThrow().textList("qualifiers"))
                .containsExactly("open");
    }

    @Test
    void aGroupOfWhichTheDocumentsSayNothingIsAskedForAndTheAnswerTaken() {
        var driver = new PlannerDriver(competitors);

        Json plan = driver.plan("Research our suppliers", "Tarnwick and velmora relay");

        assertThat(driver.questions).hasSize(1);
        assertThat(driver.questions.getFirst())
                .contains("suppliers", "no document says who they are", "copper-finch, tarnwick, velmora-relay");
        assertThat(folders(plan)).isEqualTo("tarnwick velmora-relay");
        assertThat(topics(plan).split(", ")).hasSizeBetween(3, 6);
    }

    @Test
    void anAnswerThatIsNotUnderstoodIsAskedForOnceMoreAndThenTheGoalIsGivenUp() {
        var driver = new PlannerDriver(competitors);

        Json plan = driver.plan("Research our suppliers", "hmm", "no idea");

        assertThat(driver.questions).hasSize(2);
        assertThat(driver.questions.getLast()).contains("\"hmm\"", "separated by commas");
        assertThat(plan.text("unplannable")).contains("no idea");
    }

    @Test
    void aNameWithoutFilesIsAGapBesideOnesThatHaveSome() {
        Json plan = new PlannerDriver(competitors).plan("Compare Tarnwick with Foobar on memory");

        assertThat(folders(plan)).isEqualTo("tarnwick");
        assertThat(plan.list("gaps")).extracting(g -> g.text("step")).containsExactly("research/foobar");
    }

    @Test
    void aFactInMemoryTellsWhoBelongs() {
        Json fact = Json.object().with("kind", "fact").with("text", "Our suppliers are Tarnwick and Copper Finch.");

        Json plan = new PlannerDriver(competitors)
                .remembering("memory:f1@1", fact)
                .plan("Compare our suppliers on pricing");

        assertThat(folders(plan)).isEqualTo("tarnwick copper-finch");
    }

    @Test
    void aRuleInMemorySaysWhatToLeaveOut() {
        Json rule = Json.object()
                .with("kind", "rule")
                .with("text", "Leave out approval.")
                .with("rule", Json.object().with("omit", Json.texts(List.of("approval"))));

        Json plan = new PlannerDriver(competitors)
                .remembering("memory:r1@1", rule)
                .plan("Research our three main competitors");

        assertThat(topics(plan)).isEqualTo("memory, model support");
    }

    @ParameterizedTest
    @CsvSource({"Book a flight to Lisbon", "Translate the report", "Write a report", "Vergleiche Hugo und Eleventy"})
    void aGoalThatCannotBePlannedIsRefusedAtOnceWithAReason(String goal) {
        var driver = new PlannerDriver(competitors);

        assertThat(driver.plan(goal).text("unplannable")).contains("It can research or compare");
        assertThat(driver.turns).isEqualTo(1);
    }

    private static Json frame(Json plan) {
        return plan.at("facts").flatMap(f -> f.at("frame")).orElseThrow();
    }

    private static String folders(Json plan) {
        List<Json> subjects = plan.at("facts").orElseThrow().list("subjects");
        return String.join(" ", subjects.stream().map(s -> s.text("folder")).toList());
    }

    private static String topics(Json plan) {
        List<Json> topics = plan.at("facts").orElseThrow().list("topics");
        return String.join(", ", topics.stream().map(t -> t.text("name")).toList());
    }

    private static List<String> compileErrors(Json plan) {
        var catalog = new Catalog(
                Set.of(Capability.RESEARCH, Capability.WRITE, Capability.QA, Capability.MEMORY),
                Set.of("knowledge.search", "knowledge.read", "knowledge.outline"),
                Map.of(),
                100);
        return switch (PlanReader.read(plan)) {
            case PlanReader.Reading.Read read -> PlanCompiler.errors(read.plan(), catalog);
            case PlanReader.Reading.Malformed malformed -> malformed.errors();
        };
    }
}
