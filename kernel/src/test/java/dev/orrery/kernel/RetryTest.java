package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.kernel.Event.Then;
import dev.orrery.message.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A failure that passes is no failed attempt: the same turn is asked again after a wait that survives everything. */
class RetryTest {
    @Test
    void theSameTurnIsAskedAgainThreeTimesAndThenTheAttemptHasFailed() {
        var run = new Harness(failing(Optional.empty(), 4)).play().ended(RunStatus.DONE);

        assertThat(waits(run)).containsExactly(1L, 4L, 16L);
        assertThat(turnsFailed(run)).extracting(Event.TurnFailed::turn).containsOnly(1);
        assertThat(run.events(Event.AttemptFailed.class))
                .extracting(Event.AttemptFailed::critique)
                .containsExactly("busy");
        assertThat(run.state().graph().get("research/acme").attempts()).isEqualTo(2);
    }

    @Test
    void theOtherSideSaysHowLongToWait() {
        var run = new Harness(failing(Optional.of(Duration.ofSeconds(90)), 1))
                .play()
                .ended(RunStatus.DONE);

        assertThat(waits(run)).containsExactly(90L);
        assertThat(run.events(Event.AttemptFailed.class)).isEmpty();
    }

    @Test
    void whatIsBusyForLongerThanFiveMinutesIsNotWaitedFor() {
        var run =
                new Harness(failing(Optional.of(Duration.ofHours(1)), 1)).play().ended(RunStatus.DONE);

        assertThat(waits(run)).isEmpty();
        assertThat(run.events(Event.AttemptFailed.class)).hasSize(1);
    }

    @Test
    void nobodyWaitsBeyondTheBudgetsTime() {
        var run = new Harness(failing(Optional.of(Duration.ofSeconds(90)), 9))
                .budget(new Budget(Budget.DEFAULT.cap(), 60_000))
                .play();

        assertThat(waits(run)).isEmpty();
        run.audit();
    }

    @Test
    void theWaitSurvivesACrashAndEndsNeitherEarlyNorTwice() {
        var run = new Harness(failing(Optional.of(Duration.ofSeconds(90)), 1))
                .start()
                .goOnUntil(RetryTest::waiting);
        String retry = retry(run.state()).id();

        run.crash();

        assertThat(retry(run.state()).id()).isEqualTo(retry);
        assertThat(run.state().status()).isEqualTo(RunStatus.RUNNING);
        run.pass(Duration.ofSeconds(89));
        run.refuse(new Command.Woke(retry));
        run.pass(Duration.ofSeconds(1));
        run.accept(new Command.Woke(retry));
        run.refuse(new Command.Woke(retry));
        run.goOn().ended(RunStatus.DONE);
    }

    @Test
    void aCancelledRunWaitsForNobody() {
        var run = new Harness(failing(Optional.of(Duration.ofSeconds(90)), 1))
                .start()
                .goOnUntil(RetryTest::waiting);

        run.accept(new Command.Cancel("Enough."));

        run.ended(RunStatus.CANCELLED);
        assertThat(run.state().owed()).isEmpty();
    }

    @Test
    void whatAFailedCallUsedIsPaidAndWhatIsNotKnownIsPaidInFull() {
        var run = new Harness(failing(Optional.empty(), 0)).start().goOnUntil(s -> thinks(s, "research/acme"));
        Amount before = run.state().ledger().spent();
        RunState.Debt debt = debt(run.state(), "research/acme");

        run.accept(new Command.ReplyFailed(
                debt.effect().id(),
                FailureKind.ERROR,
                "cut off",
                Optional.empty(),
                new Command.Again(true, Optional.empty()),
                Optional.empty()));

        assertThat(run.state().ledger().spent().minus(before))
                .isEqualTo(debt.terms().reserved());
        assertThat(run.state()
                        .graph()
                        .get("research/acme")
                        .attempt()
                        .orElseThrow()
                        .spent())
                .isEqualTo(debt.terms().reserved());
        run.goOn().ended(RunStatus.DONE);
    }

    @Test
    void aModelsReplyThatDoesNotFitIsSentBackOnceInAnAttempt() {
        var cast = Cast.playing(Scripts.survey("acme"))
                .without("finder-a")
                .without("finder-b")
                .model(
                        "reader",
                        Capability.RESEARCH,
                        cue -> Cast.breaks(FailureKind.INVALID),
                        cue -> Cast.done(Scripts.goal()));

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(turnsFailed(run).stream().limit(2))
                .extracting(Event.TurnFailed::then)
                .containsExactly(new Then.Corrects(), new Then.Ends());
        assertThat(turnsFailed(run).stream().limit(2))
                .extracting(Event.TurnFailed::turn)
                .containsExactly(1, 2);
    }

    @Test
    void aModelThatTakesTheCorrectionGoesOn() {
        var cast = Cast.playing(Scripts.survey("acme"))
                .without("finder-a")
                .without("finder-b")
                .model(
                        "reader",
                        Capability.RESEARCH,
                        cue -> cue.step().attempt().orElseThrow().past().isEmpty()
                                ? Cast.breaks(FailureKind.INVALID)
                                : Cast.done(Scripts.goal()),
                        cue -> Cast.done(Scripts.goal()));

        var run = new Harness(cast).play().ended(RunStatus.DONE);

        assertThat(run.events(Event.AttemptFailed.class)).isEmpty();
        assertThat(run.state()
                        .graph()
                        .get("research/acme")
                        .attempt()
                        .orElseThrow()
                        .past())
                .containsExactly(new Past.Objected("schema", "broke: invalid"));
    }

    private static Cast failing(Optional<Duration> after, int times) {
        int[] left = {times};
        return Cast.playing(Scripts.survey("acme"))
                .agent(
                        "finder-a",
                        Capability.RESEARCH,
                        _ -> left[0]-- > 0 ? Cast.passes(after) : Cast.done(Scripts.goal()));
    }

    private static List<Event.TurnFailed> turnsFailed(Harness run) {
        return run.events(Event.TurnFailed.class);
    }

    private static List<Long> waits(Harness run) {
        Instant[] now = {Harness.BEGIN};
        return turnsFailed(run).stream()
                .flatMap(e -> e.then() instanceof Then.Retries r ? java.util.stream.Stream.of(r.at()) : null)
                .map(at -> {
                    long seconds = Duration.between(now[0], at).toSeconds();
                    now[0] = at;
                    return seconds;
                })
                .toList();
    }

    private static boolean waiting(RunState s) {
        return s.owed().values().stream().anyMatch(d -> d.effect() instanceof Effect.Retry);
    }

    private static Effect retry(RunState s) {
        return s.owed().values().stream()
                .map(RunState.Debt::effect)
                .filter(Effect.Retry.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static boolean thinks(RunState s, String step) {
        return s.owed().values().stream()
                .anyMatch(d -> d.effect() instanceof Effect.Think t && t.step().equals(step));
    }

    private static RunState.Debt debt(RunState s, String step) {
        return s.owed().values().stream()
                .filter(d -> d.effect() instanceof Effect.Think t && t.step().equals(step))
                .findFirst()
                .orElseThrow();
    }
}
