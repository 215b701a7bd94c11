package dev.orrery.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.Config;
import dev.orrery.Orrery;
import dev.orrery.RunOutcome;
import dev.orrery.StepView;
import dev.orrery.kernel.RunStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs do what they say. */
class ExamplesTest {
    static final Path KNOWLEDGE = Path.of("competitors");

    @TempDir
    Path home;

    @Test
    void theMainJobComesToAReportOnEachCompetitor() {
        RunOutcome outcome = FirstReport.run(home, KNOWLEDGE);

        assertThat(outcome.status()).isEqualTo(RunStatus.DONE);
        assertThat(outcome.report()).contains("Copper Finch", "Tarnwick", "Velmora Relay", "[1]");
    }

    @Test
    void anAgentOfOnesOwnIsAskedFirstAndUsesAToolOfOnesOwn() {
        RunOutcome outcome = OwnAgent.run(home, KNOWLEDGE);

        assertThat(outcome.status()).isEqualTo(RunStatus.DONE);
        assertThat(outcome.report())
                .contains("session memory", "tarnwick/limitations.md")
                .doesNotContain("tarnwick/concepts/memory.adoc");
        try (var orrery = Orrery.open(Config.at(home))) {
            assertThat(orrery.show(outcome.run()).steps())
                    .filteredOn(step -> step.parent().equals("research"))
                    .hasSize(2)
                    .allSatisfy(step -> assertThat(step.attempts()).isEqualTo(1))
                    .extracting(StepView::agent)
                    .containsOnly("current-research");
        }
    }
}
