package dev.orrery.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.Config;
import dev.orrery.Config.ModelWish;
import dev.orrery.Orrery;
import dev.orrery.RunOutcome;
import dev.orrery.RunRequest;
import dev.orrery.StepView;
import dev.orrery.kernel.RunStatus;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job with a model under every agent, in both wire formats. */
class ModelJobTest {
    private static final String GOAL = "Research our three main competitors and draft a summary report";
    private static final Path COMPETITORS = Path.of("..", "examples", "competitors");

    @RegisterExtension
    static final FakeModelServer server = new FakeModelServer();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"openai:any", "anthropic:any"})
    void theWholeJobIsDoneByTheModel(String model) {
        ScriptedJob.plans(server);
        ScriptedJob.chooses(server);
        ScriptedJob.passes(server);
        ScriptedJob.remembers(server);
        try (var orrery = open(model)) {
            // The first run has no sentences from the model yet; it tells which statements there are to be worded.
            orrery.run(RunRequest.of(GOAL, COMPETITORS).withId("first"), _ -> {});
            ScriptedJob.words(server, ScriptedJob.chosen(orrery, "first"));
            RunOutcome outcome = orrery.run(RunRequest.of(GOAL, COMPETITORS).withId("second"), _ -> {});

            assertThat(outcome.status()).isEqualTo(RunStatus.DONE);
            assertThat(outcome.report())
                    .contains("This report was worded by " + model, ScriptedJob.MARK, "Copper Finch", "Velmora Relay")
                    .doesNotContain("dropped");
            assertThat(orrery.show("second").steps()).noneMatch(StepView::fallback);
        }
    }

    private Orrery open(String model) {
        return Orrery.open(Config.at(folder)
                .withEnvironment(_ -> Optional.of("a-key"))
                .withModel(new ModelWish(model, Optional.of(server.baseUrl()))));
    }
}
