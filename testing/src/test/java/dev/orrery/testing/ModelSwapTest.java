package dev.orrery.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.RunRequest;
import dev.orrery.kernel.RunStatus;
import dev.orrery.message.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One agent is one file: putting another in its place changes what that agent is asked, and nothing else. */
class ModelSwapTest {
    private static final String OWN_WORDS = "You write for people in a hurry.";
    private static final List<String> ROLES =
            List.of(ScriptedJob.PLAN, ScriptedJob.CHOICE, ScriptedJob.REVIEW, ScriptedJob.WORDING, ScriptedJob.MEMORY);

    @RegisterExtension
    static final FakeModelServer server = new FakeModelServer();

    @TempDir
    private Path folder;

    @BeforeEach
    void script() {
        SmallJob.scripted(server);
    }

    @Test
    void aFileWithoutAModelTakesTheBuiltInsPlaceAndHasTheRunsModel() {
        writer("");

        run();

        assertThat(models()).allSatisfy((role, model) -> assertThat(model).isEqualTo("any"));
        assertThat(server.requests())
                .allSatisfy(request -> assertThat(instructions(request).contains(OWN_WORDS))
                        .isEqualTo(role(request).equals(ScriptedJob.WORDING)));
    }

    @Test
    void aRoleOnAnotherModelIsAskedThereAndTheOthersAreAskedAsBefore() {
        writer("model: {name: openai:other, baseUrl: " + server.baseUrl() + "}\n");

        SmallJob.Done done = run();

        assertThat(models())
                .allSatisfy((role, model) ->
                        assertThat(model).as(role).isEqualTo(role.equals(ScriptedJob.WORDING) ? "other" : "any"));
        assertThat(done.view().report()).contains("worded by openai:other");
    }

    @Test
    void aRoleCanSpeakTheOtherWireFormat() {
        writer("model: {name: anthropic:other, baseUrl: " + server.baseUrl() + "}\n");

        SmallJob.Done done = run();

        assertThat(models()).containsEntry(ScriptedJob.WORDING, "other").containsEntry(ScriptedJob.PLAN, "any");
        assertThat(done.view().report()).contains("worded by anthropic:other");
    }

    @Test
    void aRoleWithoutAModelIsTheNativeAgentAndNoStandIn() {
        writer("model: none\n");

        SmallJob.Done done = run();

        assertThat(models()).doesNotContainKey(ScriptedJob.WORDING).hasSize(ROLES.size() - 1);
        assertThat(done.step("write").agent()).isEqualTo("writer");
        assertThat(done.view().report()).contains(SmallJob.DOCUMENTS.values()).doesNotContain(ScriptedJob.MARK);
    }

    private void writer(String model) {
        SmallJob.write(
                folder.resolve("agents/writer.md"),
                "---\nname: writer\ncapabilities: [write]\ntools: [knowledge.search, knowledge.read]\n" + model
                        + "---\n" + OWN_WORDS + "\n");
    }

    private SmallJob.Done run() {
        SmallJob.Done done = SmallJob.run(
                SmallJob.config(folder.resolve("home"), "openai:any", server.baseUrl())
                        .withAgents(folder.resolve("agents")),
                RunRequest.of(SmallJob.GOAL, SmallJob.written(folder)));
        assertThat(done.view().status()).isEqualTo(RunStatus.DONE);
        assertThat(done.worked()).noneMatch(step -> step.fallback());
        return done;
    }

    /** Returns which model each role has asked, as the server saw it. */
    private static Map<String, String> models() {
        var models = new TreeMap<String, String>();
        for (Json request : server.requests()) {
            String other = models.put(role(request), request.text("model"));
            assertThat(other).isIn(null, request.text("model"));
        }
        return models;
    }

    private static String role(Json request) {
        String question = SmallJob.question(request);
        return ROLES.stream().filter(question::contains).findFirst().orElseThrow();
    }

    private static String instructions(Json request) {
        return request.list("messages").stream()
                .filter(m -> m.text("role").equals("system"))
                .map(m -> m.text("content"))
                .collect(Collectors.joining());
    }
}
