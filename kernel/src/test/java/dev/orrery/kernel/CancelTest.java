package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import org.junit.jupiter.api.Test;

/** A human may end a run at any moment; it ends at once but for calls whose outcome matters. */
class CancelTest {
    @Test
    void aRunCanBeCancelledAtEachOfItsPoints() {
        for (int point = 0; point < 40; point++) {
            var run = new Harness(cast(), point).start();
            for (int i = 0; i < point && !run.performable().isEmpty(); i++) {
                run.perform(run.performable().getFirst());
            }
            if (run.state().ended()) continue;
            boolean begun = run.state().owed().values().stream().anyMatch(RunState.Debt::started);

            run.accept(new Command.Cancel("enough"));

            if (begun) run.goOn();
            run.ended(RunStatus.CANCELLED);
            assertThat(run.ending().orElseThrow().reason()).isEqualTo("enough");
        }
    }

    @Test
    void aCallThatHasBegunIsWaitedForAndLeadsToNothingMore() {
        var run = sending();

        run.accept(new Command.Cancel("enough"));
        assertThat(run.state().ended()).isFalse();
        run.refuse(new Command.Cancel("really"));
        run.refuse(new Command.ProposePlan(1, Scripts.survey("beta"), "human"));
        run.accept(new Command.ToolAnswered(effect(run), Cast.returned("sent")));

        run.ended(RunStatus.CANCELLED);
        assertThat(run.events().getLast()).isInstanceOf(Event.RunEnded.class);
    }

    @Test
    void anUnknownOutcomeEndsTheRunUnresolvedAndIsRecordedWhenItIsKnown() {
        var run = sending();
        run.accept(new Command.Cancel("enough"));
        run.crash();

        run.ended(RunStatus.CANCELLED);
        assertThat(run.ending().orElseThrow().reason()).contains("unresolved");
        Question question = run.question();
        run.accept(new Command.Approve(question.id(), ""));
        run.refuse(new Command.Approve(question.id(), ""));

        assertThat(run.state().owed()).isEmpty();
        run.ended(RunStatus.CANCELLED);
    }

    @Test
    void aLateAnswerIsRecordedAfterTheEnd() {
        var run = sending();
        String effect = effect(run);
        run.accept(new Command.Cancel("enough"));
        run.crash();

        run.accept(new Command.ToolAnswered(effect, Cast.returned("sent")));

        assertThat(run.state().owed()).isEmpty();
        assertThat(run.state().questions()).isEmpty();
        run.refuse(new Command.ToolAnswered(effect, Cast.returned("sent")));
        run.ended(RunStatus.CANCELLED);
    }

    @Test
    void questionsAreWithdrawn() {
        var run = new Harness(ApprovalTest.firing(Cast.call("fire", "x"))).play();

        run.accept(new Command.Cancel("enough"));

        run.ended(RunStatus.CANCELLED);
        run.refuse(new Command.Approve("q1", ""));
    }

    private static Harness sending() {
        var run = new Harness(cast()).start();
        return run.goOnUntil(s -> s.owed().values().stream().anyMatch(RunState.Debt::started));
    }

    private static String effect(Harness run) {
        return run.state().owed().values().stream()
                .filter(RunState.Debt::started)
                .findFirst()
                .orElseThrow()
                .effect()
                .id();
    }

    private static Cast cast() {
        return Cast.playing(Scripts.survey("acme"))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> cue.turn() == 1 ? Cast.calls(Cast.call("send", "x")) : Cast.done(Json.object()));
    }
}
