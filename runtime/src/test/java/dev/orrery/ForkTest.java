package dev.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.kernel.RunStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is copied up to one of its events, and goes on from there. */
class ForkTest {
    @TempDir
    private Path folder;

    @Test
    void aRunCopiedAtEachOfItsEventsComesToTheSameReportAndLeavesTheOriginalAlone() {
        try (var orrery = done()) {
            List<EventView> before = orrery.events("r1");
            for (int seq = 1; seq <= before.size(); seq += 3) {
                Forked forked = orrery.history().fork("r1", seq, ForkRequest.SAME.withId("f" + seq));
                assertThat(orrery.runs().stream().map(RunSummary::run)).contains(forked.run());
                assertThat(orrery.show(forked.run()).status()).isEqualTo(RunStatus.RUNNING);

                RunOutcome outcome = orrery.resume(forked.run(), _ -> {});

                assertThat(outcome.report()).as("at %d", seq).isEqualTo(TwoLooks.REPORT);
                assertThat(orrery.show(forked.run()).fork()).isEqualTo("r1@" + forked.at());
                assertThat(orrery.history().replay(forked.run()).difference()).isEmpty();
            }
            assertThat(orrery.events("r1")).isEqualTo(before);
            assertThat(orrery.checkup().stored().damages()).isEmpty();
        }
    }

    @Test
    void aCopyIsExportedAndTakenInElsewhere() {
        Path file = folder.resolve("copy.orrery");
        try (var orrery = done()) {
            orrery.history().fork("r1", 20, ForkRequest.SAME.withId("f"));
            orrery.resume("f", _ -> {});
            orrery.history().export("f", file);
        }
        try (var orrery = Orrery.open(TwoLooks.config(folder.resolve("elsewhere")))) {
            orrery.history().importRun(file);
            assertThat(orrery.show("f").report()).isEqualTo(TwoLooks.REPORT);
            assertThat(orrery.history().replay("f").difference()).isEmpty();
        }
    }

    @Test
    void aStepIsDoneAgainWithWhatWasDoneBeforeKept() {
        try (var orrery = done()) {
            String again = orrery.history().retry("r1", "write", ForkRequest.SAME);

            assertThat(again).isNotEqualTo("r1");
            assertThat(orrery.resume(again, _ -> {}).report()).isEqualTo(TwoLooks.REPORT);
            List<String> routed = orrery.events(again).stream()
                    .filter(e -> e.type().equals("step.routed"))
                    .map(e -> e.body().text("step"))
                    .toList();
            assertThat(routed).containsOnlyOnce("look/a", "look/b", "write");
        }
    }

    @Test
    void whatCannotBeCopiedIsRefused() {
        try (var orrery = done()) {
            long events = orrery.events("r1").size();
            HistoryCommands history = orrery.history();
            assertThatThrownBy(() -> history.fork("r1", events + 1, ForkRequest.SAME))
                    .hasMessageContaining("no event " + (events + 1));
            assertThatThrownBy(() -> history.fork("r1", 0, ForkRequest.SAME)).isInstanceOf(OrreryException.class);
            assertThatThrownBy(() -> history.fork("none", 3, ForkRequest.SAME)).hasMessageContaining("no run none");
            assertThatThrownBy(() -> history.fork("r1", 9, ForkRequest.SAME.withId("r1")))
                    .hasMessageContaining("there is a run r1 already");
            assertThatThrownBy(() -> history.fork("r1", 9, ForkRequest.SAME.withId("../x")))
                    .isInstanceOf(OrreryException.class);
            assertThatThrownBy(() -> history.retry("r1", "nothing", ForkRequest.SAME))
                    .hasMessageContaining("no attempt at step nothing");
            assertThat(orrery.runs()).hasSize(1);
        }
    }

    @Test
    void aCopyMayGoOnWithTheAgentsOfNow() {
        try (var orrery = done()) {
            var request =
                    new ForkRequest(Optional.of("f"), Optional.empty(), Optional.empty(), ForkRequest.Agents.OF_NOW);
            orrery.history().fork("r1", 20, request);

            assertThat(orrery.resume("f", _ -> {}).report()).isEqualTo(TwoLooks.REPORT);
        }
    }

    private Orrery done() {
        var orrery = Orrery.open(TwoLooks.config(folder.resolve("home")));
        orrery.run(RunRequest.of(TwoLooks.GOAL).withId("r1"), _ -> {});
        return orrery;
    }
}
