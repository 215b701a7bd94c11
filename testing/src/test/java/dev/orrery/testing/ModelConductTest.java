package dev.orrery.testing;

import static dev.orrery.testing.ScriptedReply.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.RunRequest;
import dev.orrery.kernel.RunStatus;
import dev.orrery.message.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a run comes to whose model answers in the form that was asked for, and does its work badly. */
class ModelConductTest {
    private static final String STRICT = """
            ---
            name: strict
            capabilities: [qa]
            output: {type: object, required: [pass, critique], properties: {pass: {type: boolean}}}
            ---
            You pass nothing.
            """;

    @RegisterExtension
    static final FakeModelServer server = new FakeModelServer();

    @TempDir
    private Path folder;

    @Test
    void aPlannerThatGoesRoundInCirclesIsToldSoAndThenStoodInFor() {
        var steps = List.of(
                ScriptedJob.step("r0", "research", "Tarnwick", List.of("report")),
                ScriptedJob.step("r1", "research", "Copper Finch", List.of()),
                ScriptedJob.step("report", "write", "all", List.of("r0", "r1")));
        server.when(user(ScriptedJob.PLAN).says(Json.object().with("steps", Json.of(steps))));
        SmallJob.scripted(server);

        SmallJob.Done done = run();

        assertReported(done);
        assertThat(done.of("plan.rejected"))
                .hasSize(2)
                .allSatisfy(e ->
                        assertThat(e.body().textList("errors")).anyMatch(error -> error.contains("waits for itself")));
        assertThat(questions(ScriptedJob.PLAN))
                .hasSize(2)
                .last()
                .satisfies(q -> assertThat(q).contains("What was wrong before:", "waits for itself"));
        assertThat(done.step("plan").fallback()).isTrue();
        assertThat(done.step("plan").tries().getFirst().failure())
                .startsWith("plan: ")
                .contains("waits for itself");
        assertThat(done.worked()).filteredOn(s -> !s.step().equals("plan")).noneMatch(s -> s.fallback());
    }

    @Test
    void aReviewerThatAlwaysFailsKeepsNothingOutOfTheReport() {
        SmallJob.write(folder.resolve("agents/strict.md"), STRICT);
        List<String> critique = SmallJob.DOCUMENTS.values().stream()
                .map(sentence -> "“" + sentence + "” is about something else.")
                .toList();
        server.when(user("Judge the result of step")
                .says(Json.object().with("pass", Json.of(false)).with("critique", Json.texts(critique))));
        SmallJob.scripted(server);

        SmallJob.Done done = run();

        assertReported(done);
        assertThat(done.view().report()).contains(SmallJob.DOCUMENTS.values());
        for (String step : List.of("research/tarnwick", "research/copper-finch", "write")) {
            assertThat(done.step(step).fallback()).isTrue();
            assertThat(done.step(step).verdict()).isEqualTo("passed by qa-native");
            assertThat(done.step(step).tries())
                    .filteredOn(t -> !t.standIn())
                    .hasSize(2)
                    .allSatisfy(t -> assertThat(t.failure()).startsWith("qa: ").contains("about something else"));
        }
    }

    @Test
    void aReviewerThatAlwaysPassesLetsNoFalseSentenceThrough() {
        SmallJob.DOCUMENTS.forEach((file, sentence) -> {
            String lie = sentence.replaceAll("\\d+", "777");
            server.when(
                    user(SmallJob.wording(file, sentence)).says(Json.object().with("s1", lie)));
        });
        SmallJob.scripted(server);

        SmallJob.Done done = run();

        assertReported(done);
        assertThat(done.view().report()).doesNotContain("777").contains("dropped");
        assertThat(questions("Your sentences before did not hold")).hasSameSizeAs(SmallJob.DOCUMENTS.values());
        assertThat(done.worked()).noneMatch(s -> s.fallback());
    }

    private SmallJob.Done run() {
        Path agents = folder.resolve("agents");
        var config = SmallJob.config(folder.resolve("home"), "openai:any", server.baseUrl());
        return SmallJob.run(
                Files.isDirectory(agents) ? config.withAgents(agents) : config,
                RunRequest.of(SmallJob.GOAL, SmallJob.written(folder)));
    }

    private static List<String> questions(String words) {
        return server.requests().stream()
                .map(SmallJob::question)
                .filter(q -> q.contains(words))
                .toList();
    }

    private static void assertReported(SmallJob.Done done) {
        assertThat(done.view().status()).isEqualTo(RunStatus.DONE);
        assertThat(done.view().report()).contains("Tarnwick", "Copper Finch", "40 euros", "90 days");
        ModelFaultsTest.assertWithinBudget(done);
    }
}
