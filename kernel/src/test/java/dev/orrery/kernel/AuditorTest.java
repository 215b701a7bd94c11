package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An auditor that finds nothing must be one that could have found something: each planted fault is found. */
class AuditorTest {
    private final List<Event> good = history();

    @Test
    void aGoodHistoryIsInOrder() {
        audit(good);
        assertThat(good).hasSizeGreaterThan(80);
    }

    @Test
    void whatIsSaidTwiceIsFound() {
        for (Class<? extends Event> kind : List.of(
                Event.StepCompleted.class,
                Event.RunEnded.class,
                Event.Requested.class,
                Event.TurnTaken.class,
                Event.ContextAssembled.class,
                Event.ToolStarted.class,
                Event.ToolReturned.class,
                Event.HumanAsked.class,
                Event.HumanAnswered.class,
                Event.StepRouted.class,
                Event.AttemptFailed.class,
                Event.StepGivenUp.class,
                Event.PlanAccepted.class,
                Event.ReportDelivered.class)) {
            finds(kind.getSimpleName() + " twice", repeated(kind::isInstance));
        }
    }

    @Test
    void whatIsMissingIsFound() {
        for (Class<? extends Event> kind : List.of(
                Event.Requested.class,
                Event.TurnTaken.class,
                Event.ToolReturned.class,
                Event.HumanAnswered.class,
                Event.StepRouted.class,
                Event.VerdictGiven.class,
                Event.PlanAccepted.class,
                Event.StepExpanded.class,
                Event.ReportDelivered.class)) {
            finds("no " + kind.getSimpleName(), without(kind::isInstance));
        }
    }

    @Test
    void aVerdictThatDidNotPassCompletesNothing() {
        finds(
                "a failed review",
                changed(
                        Event.VerdictGiven.class,
                        v -> new Event.VerdictGiven(v.step(), v.attempt(), v.reviewer(), false, List.of())));
        finds(
                "a review of another attempt",
                changed(
                        Event.VerdictGiven.class,
                        v -> new Event.VerdictGiven(v.step(), v.attempt() + 1, v.reviewer(), v.pass(), v.critique())));
    }

    @Test
    void spendingWithoutMeasureIsFound() {
        finds(
                "overspent",
                changed(
                        Event.TurnTaken.class,
                        t -> new Event.TurnTaken(
                                t.effect(),
                                t.step(),
                                t.attempt(),
                                t.turn(),
                                t.answer(),
                                new Amount(0, 0, 9_999),
                                0,
                                t.label(),
                                t.sent())));
        finds(
                "a lost turn at no charge",
                changed(Event.EffectLost.class, l -> new Event.EffectLost(l.effect(), l.why(), Amount.ZERO)));
    }

    @Test
    void leaveThatWasNotGivenIsFound() {
        finds(
                "a denied call",
                changed(
                        Event.HumanAnswered.class,
                        a -> new Event.HumanAnswered(a.question(), Event.Verdict.DENIED, "no")));
    }

    private void finds(String fault, List<Event> bad) {
        assertThat(bad).as(fault).isNotEqualTo(good);
        assertThatThrownBy(() -> audit(bad)).as(fault).isInstanceOf(AssertionError.class);
    }

    private static void audit(List<Event> events) {
        new Auditor(new Pins.Ladder(2, 2, 1, 8)).audit(events);
    }

    /** Returns a history in which much happens: a lost turn, an approved call, a gap, a delivery. */
    private static List<Event> history() {
        Cast cast = LadderTest.rejecting("research/beta", Scripts.survey("acme", "beta"))
                .agent(
                        "finder-a",
                        dev.orrery.message.Capability.RESEARCH,
                        cue -> cue.turn() == 1
                                ? Cast.calls(Cast.call("fire", cue.step().id() + cue.attempt()))
                                : Cast.done(Scripts.goal()))
                .ladder(new Pins.Ladder(2, 2, 1, 8));
        var run = new Harness(cast)
                .options(new Options(false, false, List.of(), "out"))
                .start()
                .goOnUntil(
                        s -> s.graph().running() == 2 && !s.ledger().reserved().equals(Amount.ZERO));
        run.crash();
        for (run.goOn(); !run.state().ended(); run.goOn()) {
            run.accept(new Command.Approve(
                    run.state().questions().keySet().iterator().next(), ""));
        }
        return List.copyOf(run.ended(RunStatus.GAPS).events());
    }

    private List<Event> repeated(Predicate<Event> which) {
        var events = new ArrayList<>(good);
        int at = first(which);
        events.add(at + 1, events.get(at));
        return events;
    }

    private List<Event> without(Predicate<Event> which) {
        var events = new ArrayList<>(good);
        events.remove(first(which));
        return events;
    }

    private <E extends Event> List<Event> changed(Class<E> kind, UnaryOperator<E> change) {
        var events = new ArrayList<>(good);
        int at = first(kind::isInstance);
        events.set(at, change.apply(kind.cast(events.get(at))));
        return events;
    }

    private int first(Predicate<Event> which) {
        for (int i = 0; i < good.size(); i++) if (which.test(good.get(i))) return i;
        throw new AssertionError("the history holds none");
    }
}
