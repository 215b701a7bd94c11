package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import org.junit.jupiter.api.Test;

/** The way of a run when all goes well, and the bounds of its parallel work. */
class RunTest {
    @Test
    void aListIsResearchedInParallelReviewedAndReported() {
        var run = new Harness(Cast.playing(Scripts.survey("acme", "beta", "gamma"))).play();

        run.ended(RunStatus.DONE);
        assertThat(run.completed())
                .contains("research/acme", "research/beta", "research/gamma", "research", "write", "memory")
                .doesNotHaveDuplicates()
                .containsSubsequence("research", "write#qa1", "write", "memory");
        assertThat(run.events(Event.VerdictGiven.class))
                .extracting(Event.VerdictGiven::step)
                .hasSize(4);
    }

    @Test
    void theReportSeesWhatAllChildrenFound() {
        var seen = new java.util.ArrayList<dev.orrery.message.Json>();
        var cast = Cast.playing(Scripts.survey("acme", "beta")).agent("writer", Capability.WRITE, cue -> {
            seen.add(cue.input("research").orElseThrow());
            return Cast.done(dev.orrery.message.Json.object());
        });

        new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().items()).extracting(i -> i.text("key")).containsExactly("acme", "beta");
        assertThat(seen.getFirst().items()).allMatch(i -> i.at("output").isPresent());
    }
}
