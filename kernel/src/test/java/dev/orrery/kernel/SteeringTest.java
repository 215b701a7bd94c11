package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A human holds a run, lets it go on, and tells its agents something. */
class SteeringTest {
    @Test
    void aRunPausedAtEachOfItsPointsDoesNothingNewAndThenComesToTheSameEnd() {
        int commands = new Harness(cast()).play().ended(RunStatus.DONE).commands();

        for (int point = 1; point < commands; point++) {
            var run = new Harness(cast()).start();
            for (int i = 1; i < point && !run.state().ended(); i++)
                run.perform(run.performable().getFirst());
            if (run.state().ended()) continue;
            List<String> underWay = ids(run);
            run.accept(new Command.Pause("look first"));
            assertThat(run.refuse(new Command.Pause("again"))).contains("paused already");

            while (!run.performable().isEmpty()) {
                RunState.Debt debt = run.performable().getFirst();
                assertThat(underWay).contains(debt.effect().id());
                run.perform(debt);
            }
            assertThat(run.state().status()).isEqualTo(RunStatus.PAUSED);
            assertThat(run.state().settled()).isTrue();

            run.crash();
            assertThat(run.state().status()).isEqualTo(RunStatus.PAUSED);
            run.accept(new Command.Resume());
            run.refuse(new Command.Resume());
            run.goOn().ended(RunStatus.DONE);
            assertThat(run.performed())
                    .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
        }
    }

    @Test
    void aPausedRunIsAnsweredApprovedAndCancelledLikeAnother() {
        var run = new Harness(ApprovalTest.firing(Cast.call("fire", "target"))).play();
        run.accept(new Command.Pause(""));

        run.accept(new Command.Approve("q1", ""));
        assertThat(run.performable()).isEmpty();
        assertThat(run.performed()).isEmpty();

        run.accept(new Command.Resume());
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.performed().values()).containsExactly(1);
    }

    @Test
    void whatIsSaidReachesWindowsThatNoAgentHasSeen() {
        var run = new Harness(cast()).start();

        run.accept(new Command.Steer(" Only version 3. "));

        assertThat(run.events(Event.EffectLost.class)).hasSize(1);
        assertThat(run.state().progress().guidance().notes()).containsExactly(new Guidance.Note(1, "Only version 3."));
        run.perform(run.performable().getFirst());
        run.accept(new Command.Pause(""));
        run.perform(run.performable().getFirst());
        run.goOn();
        run.accept(new Command.Steer("And be brief."));
        run.accept(new Command.Resume());
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.refuse(new Command.Steer("late"))).contains("has ended");
    }

    @Test
    void whatIsSaidIsBounded() {
        var run = new Harness(cast()).start();
        assertThat(run.refuse(new Command.Steer("  "))).contains("text");
        assertThat(run.refuse(new Command.Steer("x".repeat(Guidance.NOTE_LENGTH_MAX + 1))))
                .contains("shorten it");
        for (int i = 0; i < Guidance.NOTES_MAX; i++) run.accept(new Command.Steer("note " + i));
        assertThat(run.refuse(new Command.Steer("one more"))).contains("100 notes");
    }

    @Test
    void aHumanSaysWhatACallGaveOrThatItDidNotHappen() {
        for (boolean happened : new boolean[] {true, false}) {
            var run = lost();
            String effect = run.question().about();
            assertThat(run.refuse(new Command.Resolve("e99", Cast.returned("x"))))
                    .contains("e99", "approvals");

            run.accept(new Command.Resolve(
                    effect, happened ? Cast.returned("ticket 7") : new Outcome.NotDone("it did not happen")));

            run.refuse(new Command.Resolve(effect, Cast.returned("again")));
            Past past = run.state()
                    .graph()
                    .get("research/acme")
                    .attempt()
                    .orElseThrow()
                    .past()
                    .getLast();
            assertThat(past instanceof Past.Result).isEqualTo(happened);
            run.goOn().ended(RunStatus.DONE);
        }
    }

    @Test
    void whatIsNotInDoubtIsNotResolved() {
        var run = new Harness(cast()).start().goOnUntil(SteeringTest::begun);
        String effect = ids(run).getFirst();

        assertThat(run.refuse(new Command.Resolve(effect, Cast.returned("x")))).contains("not in doubt");
    }

    @Test
    void aCancelledRunNamesTheCallThatIsUnresolvedAndTakesTheAnswerLater() {
        var run = new Harness(cast()).start().goOnUntil(SteeringTest::begun);
        run.accept(new Command.Cancel("enough"));
        run.crash();
        run.ended(RunStatus.CANCELLED);
        String effect = run.question().about();
        assertThat(run.ending().orElseThrow().reason()).contains("unresolved", effect, "send");

        run.accept(new Command.Resolve(effect, Cast.returned("ticket 7")));

        assertThat(run.state().owed()).isEmpty();
        run.ended(RunStatus.CANCELLED);
    }

    private static Harness lost() {
        var run = new Harness(cast()).start().goOnUntil(SteeringTest::begun);
        run.crash();
        return run.goOn();
    }

    private static boolean begun(RunState s) {
        return s.owed().values().stream().anyMatch(RunState.Debt::started);
    }

    private static List<String> ids(Harness run) {
        return run.performable().stream().map(d -> d.effect().id()).toList();
    }

    private static Cast cast() {
        return Cast.playing(Scripts.survey("acme"))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> cue.turn() == 1 ? Cast.calls(Cast.call("send", "x")) : Cast.done(Json.object()));
    }
}
