package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Budgets are escrow: reserved before a call, settled after it, charged in full for a call without an answer. */
class BudgetTest {
    private static final long YEAR = Duration.ofDays(365).toMillis();

    @Test
    void aBudgetTooSmallForThePlanSaysWhatIsMissing() {
        var run = new Harness(Cast.playing(Scripts.survey("acme", "beta")))
                .budget(turns(4))
                .play();

        run.ended(RunStatus.FAILED);
        assertThat(run.ending().orElseThrow().reason()).contains("budget", "turns");
        assertThat(run.state().ledger().spent().turns()).isLessThanOrEqualTo(4);
    }

    @Test
    void branchesCannotStarveTheReport() {
        String[] subjects = IntStream.range(0, 6).mapToObj(i -> "s" + i).toArray(String[]::new);
        // Each subject costs two turns more than the plan's fewest: the list cannot be finished.
        var cast = Cast.playing(Scripts.survey(subjects))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        cue -> cue.turn() < 3
                                ? Cast.calls(Cast.call("look", cue.step().id() + cue.turn()))
                                : Cast.done(Scripts.goal()));

        var run = new Harness(cast).budget(turns(17)).play();

        run.ended(RunStatus.GAPS);
        assertThat(run.completed()).contains("write").doesNotContain("research/s5");
        assertThat(run.ending().orElseThrow().reason())
                .contains("research/s5: ", "the budget of 17 turns does not allow 1 more", "--budget turns=…");
    }

    @Test
    void aTurnThatDoesNotFitNowWaitsForWhatOthersGiveBack() {
        // Each turn reserves 64,100 tokens and uses 150, so only two of the four fit at once.
        var run = new Harness(Cast.playing(Scripts.survey("a", "b", "c", "d")))
                .budget(new Budget(new Amount(200_000, 0, 100), YEAR))
                .play();

        run.ended(RunStatus.DONE);
        assertThat(run.events(Event.BudgetRefused.class)).isEmpty();
    }

    @Test
    void aBudgetOfTokensThatIsUsedUpIsNamed() {
        var run = new Harness(Cast.playing(Scripts.survey("acme")))
                .budget(new Budget(new Amount(1_000, 0, 100), YEAR))
                .play();

        run.ended(RunStatus.FAILED);
        assertThat(run.ending().orElseThrow().reason()).contains("the budget of 1000 tokens", "--budget tokens=…");
        assertThat(run.state().ledger().spent()).isEqualTo(Amount.ZERO);
    }

    @Test
    void timeIsPartOfTheBudget() {
        var run = new Harness(Cast.playing(Scripts.survey("acme")))
                .budget(new Budget(Budget.DEFAULT.cap(), 60_000))
                .start();
        run.pass(Duration.ofMinutes(1));

        run.goOn().ended(RunStatus.FAILED);

        assertThat(run.ending().orElseThrow().reason()).contains("time of 60.0 s is over");
    }

    @Test
    void aTurnThatWasInFlightWhenTheProcessDiedIsChargedInFullAndAskedAgain() {
        var run = new Harness(Cast.playing(Scripts.survey("acme")))
                .start()
                .goOnUntil(s -> !s.ledger().reserved().equals(Amount.ZERO));
        Amount reserved = run.state().ledger().reserved();
        run.performInSecret(run.performable().getFirst());

        run.crash();

        assertThat(run.state().ledger().spent()).isEqualTo(reserved);
        assertThat(run.state().ledger().reserved()).isEqualTo(reserved);
        run.goOn().ended(RunStatus.DONE);
        assertThat(run.state().graph().get("plan").spent().tokens()).isGreaterThan(reserved.tokens());
    }

    @Test
    void crashesWithoutEndUseUpTheBudgetAndThenTheRunEnds() {
        var run = new Harness(Cast.playing(Scripts.survey("acme")))
                .budget(turns(10))
                .start();

        for (int i = 0; i < 20 && !run.state().ended(); i++) {
            run.goOnUntil(s -> s.ended() || !s.ledger().reserved().equals(Amount.ZERO));
            if (!run.state().ended()) run.crash();
        }

        run.ended(RunStatus.FAILED);
        assertThat(run.state().ledger().spent().turns()).isEqualTo(8);
    }

    @Test
    void usageThatIsLiedAboutGivesNothingBack() {
        var run = new Harness(Cast.playing(Scripts.survey("acme")))
                .start()
                .goOnUntil(s -> !s.ledger().reserved().equals(Amount.ZERO));
        String think = run.performable().getFirst().effect().id();

        run.accept(new Command.ReplyFailed(think, FailureKind.ERROR, "lies", new Amount(-5, -5, -5)));

        assertThat(run.state().ledger().spent()).isEqualTo(Amount.ZERO);
        var most = new Amount(Long.MAX_VALUE, 1, 1);
        assertThat(most.plus(most)).isEqualTo(new Amount(Long.MAX_VALUE, 2, 2));
    }

    @Test
    void aWindowThatLeavesAnAgentNoRoomIsForAnotherAgent() {
        var cast = Cast.playing(Scripts.survey("acme"))
                .agent(Cast.card("finder-a", Capability.RESEARCH, new Limits(12, 100, 0, 1_000)), _ -> {
                    throw new AssertionError("has no room");
                });

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(run.events(Event.AttemptFailed.class))
                .extracting(Event.AttemptFailed::kind)
                .containsExactly(FailureKind.LIMIT, FailureKind.LIMIT);
    }

    private static Budget turns(long turns) {
        return new Budget(new Amount(20_000_000, 0, turns), YEAR);
    }
}
