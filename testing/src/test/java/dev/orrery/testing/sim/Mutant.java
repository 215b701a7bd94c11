package dev.orrery.testing.sim;

import dev.orrery.testing.audit.Promise;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Faults that are put into the engine on purpose, each with the promises by one of which the auditor must notice it. To
 * add one, write a wrapper, and a line here.
 */
record Mutant(String name, Supplier<Seams> seams, Set<Promise> promises) {
    /** All of them. */
    static final List<Mutant> ALL = List.of(
            of(
                    "acknowledged before commit",
                    FaultyDisks::acknowledgesBeforeCommit,
                    Promise.NOTHING_ACKNOWLEDGED_IS_LOST),
            of(
                    "sequence check dropped",
                    FaultyDisks::dropsSequenceCheck,
                    Promise.NOTHING_ACKNOWLEDGED_IS_LOST,
                    Promise.STREAMS_ARE_WHOLE),
            of("effect before its event is durable", FaultyDisks::acknowledgesBeforeCommit, Promise.WANTED_BEFORE_DONE),
            of(
                    "start told after the call",
                    () -> Seams.decider(FaultyDeciders.StartTold::new),
                    Promise.WANTED_BEFORE_DONE),
            of(
                    "start forgotten in recovery",
                    () -> Seams.decider(FaultyDeciders.StartForgotten::new),
                    Promise.CAREFUL_CALLS_HAPPEN_ONCE),
            of(
                    "unknown outcome retried",
                    () -> Seams.decider(FaultyDeciders.UnknownTakenForNotDone::new),
                    Promise.CAREFUL_CALLS_HAPPEN_ONCE),
            of(
                    "unknown outcome not surfaced",
                    () -> Seams.decider(FaultyDeciders.UnknownTakenForDone::new),
                    Promise.UNKNOWN_OUTCOMES_ARE_SURFACED),
            of("open call not charged", () -> Seams.decider(FaultyDeciders.NotCharged::new), Promise.BUDGETS_HOLD),
            of("nothing reserved", () -> Seams.decider(FaultyDeciders.NothingReserved::new), Promise.BUDGETS_HOLD),
            of("cap ignored", () -> Seams.decider(FaultyBounds.CapIgnored::new), Promise.BUDGETS_HOLD),
            of(
                    "result committed twice",
                    () -> Seams.decider(FaultyDeciders.LateResultTaken::new),
                    Promise.RESULTS_COMMIT_ONCE),
            of(
                    "step completed twice",
                    () -> Seams.decider(FaultyDeciders.CompletedTwice::new),
                    Promise.RESULTS_COMMIT_ONCE),
            of("run ended twice", () -> Seams.decider(FaultyDeciders.EndedTwice::new), Promise.STREAMS_ARE_WHOLE),
            of(
                    "work after the end",
                    () -> Seams.decider(FaultyDeciders.WorksAfterTheEnd::new),
                    Promise.STREAMS_ARE_WHOLE),
            of(
                    "key names the attempt",
                    () -> Seams.decider(FaultyDeciders.KeyWithAttempt::new),
                    Promise.KEYS_ARE_STABLE),
            of("verdict ignored", () -> Seams.decider(FaultyDeciders.VerdictIgnored::new), Promise.REVIEWS_DECIDE),
            of("loop cap off by one", () -> Seams.decider(FaultyBounds.OneMoreAttempt::new), Promise.LOOPS_ARE_BOUNDED),
            of(
                    "replan cap off by one",
                    () -> Seams.decider(FaultyBounds.OneMoreReplan::new),
                    Promise.LOOPS_ARE_BOUNDED),
            of("loop not detected", () -> Seams.decider(FaultyBounds.LoopOverlooked::new), Promise.LOOPS_ARE_BOUNDED),
            of(
                    "expired leave accepted",
                    () -> Seams.decider(FaultyDeciders.ExpiredAccepted::new),
                    Promise.LEAVE_IS_NEEDED),
            of("leave used twice", () -> Seams.decider(FaultyDeciders.LeaveKept::new), Promise.LEAVE_IS_NEEDED),
            of("human not heard", () -> Seams.decider(FaultyDeciders.AnswerDropped::new), Promise.HUMANS_ARE_HEARD),
            of(
                    "state remembers what no event says",
                    () -> Seams.decider(FaultyDeciders.Forgetful::new),
                    Promise.REPLAY_IS_EQUAL),
            of("timer fires early", () -> Seams.decider(FaultyDeciders.EarlyTimer::new), Promise.TIMERS_FIRE_ONCE),
            of(
                    "timer lost on restart",
                    FaultySchedulers::losesTimersOnRestart,
                    Promise.TIMERS_FIRE_ONCE,
                    Promise.RUNS_COME_TO_AN_END),
            of("answer lost", FaultySchedulers::losesAnswers, Promise.RUNS_COME_TO_AN_END));

    private static Mutant of(String name, Supplier<Seams> seams, Promise... promises) {
        return new Mutant(name, seams, Set.of(promises));
    }

    @Override
    public String toString() {
        return name;
    }
}
