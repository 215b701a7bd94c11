package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.RunStatus;
import dev.orrery.message.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run through every room, with agents of one's own. */
class FirstRunTest {
    @TempDir
    private Path folder;

    @Test
    void aRunPlansWorksInParallelIsReviewedAndReports() {
        try (var orrery = Orrery.open(config())) {
            var seen = new ArrayList<String>();
            RunOutcome outcome =
                    orrery.run(RunRequest.of("Look at both").withId("first"), event -> seen.add(event.type()));

            assertThat(outcome.status()).isEqualTo(RunStatus.DONE);
            assertThat(outcome.report()).isEqualTo("# Report\na is A\nb is B");
            assertThat(seen)
                    .contains("plan.accepted", "step.expanded", "verdict.given")
                    .endsWith("run.ended");
            assertThat(seen.stream().filter("step.completed"::equals)).hasSize(7);
        }
    }

    @Test
    void theSameIdNeverStartsASecondRun() {
        try (var orrery = Orrery.open(config())) {
            orrery.run(RunRequest.of("Look at both").withId("once"), _ -> {});
            int events = orrery.events("once").size();

            RunOutcome again = orrery.run(RunRequest.of("Look at both").withId("once"), _ -> {});

            assertThat(again.report()).startsWith("# Report");
            assertThat(orrery.events("once")).hasSize(events);
            assertThat(orrery.runs()).hasSize(1);
        }
    }

    @Test
    void aStepSeesItsDeclaredInputsOnly() {
        try (var orrery = Orrery.open(config())) {
            orrery.run(RunRequest.of("Look at both").withId("seen"), _ -> {});

            Window window = orrery.context("seen", "look/a", Optional.empty(), Optional.of(1))
                    .window();

            assertThat(window.items(Window.Part.INPUTS))
                    .extracting(Window.Item::name)
                    .containsExactly("thing");
            assertThat(window.items(Window.Part.TOOLS))
                    .extracting(Window.Item::name)
                    .containsExactly("spell");
        }
    }

    private Config config() {
        return TwoLooks.config(folder.resolve("home"));
    }
}
