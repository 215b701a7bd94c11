package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Capability;
import dev.orrery.message.Label;
import dev.orrery.message.Turn;
import java.time.Duration;
import java.util.Optional;
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

    @Test
    void anAttemptUsesNoMoreThanItsAgentsLimits() {
        var limits = new Limits(50, 1_000, 0, 1_000);
        var cast = Cast.playing(Scripts.survey("acme"))
                .agent(
                        Cast.card("finder-a", Capability.RESEARCH, limits),
                        cue -> Cast.calls(Cast.call("look", "other" + cue.turn())));

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        // Each turn uses 150 tokens, and the seventh would leave no room for an answer.
        assertThat(turnsOf(run, "finder-a")).isEqualTo(12);
        assertThat(run.events(Event.AttemptFailed.class).getFirst().critique())
                .contains("no room to answer within its 1000 tokens, of which 100 are left");
    }

    @Test
    void aModelReservesWhatItCanCostAndCostsWhatItSays() {
        var cast = models(Limits.DEFAULT);
        var run = new Harness(cast).start().goOnUntil(s -> thinks(s, "reader"));
        RunState.Debt debt = think(run.state(), "reader");

        // 100 tokens of window at 1 a million, and 8,192 of reply at 4 a million.
        assertThat(debt.terms().reserved()).isEqualTo(new Amount(100 + 8_192, 100 + 4 * 8_192, 1));
        run.accept(new Command.Replied(
                debt.effect().id(), new Turn.Final(Scripts.goal()), new Amount(140, 260, 1), 0, Label.user("goal")));
        assertThat(run.state().graph().get("research/acme").spent()).isEqualTo(new Amount(140, 260, 1));
    }

    @Test
    void aModelThatDoesNotSayWhatItUsedPaysWhatWasReserved() {
        var run = new Harness(models(Limits.DEFAULT)).start().goOnUntil(s -> thinks(s, "reader"));
        RunState.Debt debt = think(run.state(), "reader");

        run.accept(new Command.Replied(
                debt.effect().id(),
                new Turn.Final(Scripts.goal()),
                Optional.empty(),
                0,
                Label.user("goal"),
                Optional.empty()));

        assertThat(run.state().graph().get("research/acme").spent())
                .isEqualTo(debt.terms().reserved());
    }

    @Test
    void whatWasUsedBeyondTheReservationIsChargedAndNothingIsAskedForOnTopOfIt() {
        var run = new Harness(models(Limits.DEFAULT))
                .budget(new Budget(new Amount(20_000_000, 500_000, 2_000), YEAR))
                .start()
                .goOnUntil(s -> thinks(s, "reader"));

        run.accept(new Command.Replied(
                think(run.state(), "reader").effect().id(),
                new Turn.Final(Scripts.goal()),
                new Amount(100, 900_000, 1),
                0,
                Label.user("goal")));
        run.goOn().ended(RunStatus.DONE);

        assertThat(run.state().ledger().spent().costMicros()).isEqualTo(900_000);
    }

    @Test
    void aLimitOnCostMakesRepliesShorterAndThenEndsTheAttempt() {
        var run = new Harness(models(new Limits(50, 2_000_000, 10_000, 1_000)))
                .start()
                .goOnUntil(s -> thinks(s, "reader"));

        assertThat(think(run.state(), "reader").terms().reserved()).isEqualTo(new Amount(100 + 2_475, 10_000, 1));
        run.accept(new Command.Replied(
                think(run.state(), "reader").effect().id(),
                new Turn.Note(Scripts.goal()),
                Optional.empty(),
                0,
                Label.user("goal"),
                Optional.empty()));
        run.goOn().ended(RunStatus.DONE);

        assertThat(run.events(Event.AttemptFailed.class).getFirst())
                .extracting(Event.AttemptFailed::kind, Event.AttemptFailed::critique)
                .containsExactly(
                        FailureKind.LIMIT,
                        "the window of 100 tokens leaves reader no room to answer within its limit of 0.01 on cost,"
                                + " of which 0 are left");
    }

    private static Cast models(Limits limits) {
        AgentCard reader = Cast.modelled(Cast.card("reader", Capability.RESEARCH, limits));
        return Cast.playing(Scripts.survey("acme"))
                .without("finder-a")
                .without("finder-b")
                .agent(reader, _ -> Cast.done(Scripts.goal()))
                .agent(reader.standIn(), _ -> Cast.done(Scripts.goal()));
    }

    private static boolean thinks(RunState s, String agent) {
        return s.owed().values().stream()
                .anyMatch(d -> d.effect() instanceof Effect.Think t && t.agent().equals(agent));
    }

    private static RunState.Debt think(RunState s, String agent) {
        return s.owed().values().stream()
                .filter(d -> d.effect() instanceof Effect.Think t && t.agent().equals(agent))
                .findFirst()
                .orElseThrow();
    }

    private static long turnsOf(Harness run, String agent) {
        return run.events(Event.Requested.class).stream()
                .filter(e -> e.effect() instanceof Effect.Think t && t.agent().equals(agent))
                .count();
    }

    private static Budget turns(long turns) {
        return new Budget(new Amount(20_000_000, 0, turns), YEAR);
    }
}
