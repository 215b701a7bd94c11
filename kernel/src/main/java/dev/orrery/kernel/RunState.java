package dev.orrery.kernel;

import java.time.Instant;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * All that is known of a run: the fold of its events. Collections are persistent, so a new state shares all but what
 * changed with the one before.
 *
 * @param start what the run began with; empty before it began
 * @param graph the steps
 * @param ledger the escrow
 * @param owed the effects that are not answered, in the order in which they were requested
 * @param questions what waits for a human, by id
 * @param granted the hashes of calls that a human allowed and that were not made yet, with the question's id
 * @param made the calls that cannot be repeated and have happened, by {@link Effect.UseTool#identity}
 * @param progress plan, counters and end
 */
public record RunState(
        Optional<Start> start,
        Graph graph,
        Ledger ledger,
        PMap<String, Debt> owed,
        PMap<String, Question> questions,
        PMap<String, String> granted,
        PSet<String> made,
        Progress progress) {

    /**
     * What the run began with.
     *
     * @param fork where it was copied from, if it was
     */
    public record Start(String run, String goal, Options options, Pins pins, Instant at, Optional<Origin> fork) {}

    /** The run and the event up to which this one is a copy. */
    public record Origin(String run, long seq) {}

    /**
     * An effect that is not answered.
     *
     * @param started whether the call is known to have begun
     */
    public record Debt(Effect effect, Terms terms, boolean started) {}

    /** How a run ended. */
    public record Ending(RunStatus status, String reason) {}

    /** The state before the first event. */
    public static final RunState NONE = new RunState(
            Optional.empty(),
            Graph.EMPTY,
            new Ledger(Budget.DEFAULT, Amount.ZERO, Amount.ZERO),
            OrderedPMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePSet.empty(),
            Progress.NONE);

    /** Returns what the run began with; the run has begun. */
    public Start begun() {
        return start.orElseThrow(() -> new IllegalStateException("the run has not begun"));
    }

    /** Returns what the run keeps from its start. */
    public Pins pins() {
        return begun().pins();
    }

    /** Tells whether the run is over. */
    public boolean ended() {
        return progress.ending().isPresent();
    }

    /** Returns how the run stands. */
    public RunStatus status() {
        if (progress.ending().isPresent()) return progress.ending().get().status();
        if (progress.guidance().pause().isPresent()) return RunStatus.PAUSED;
        return idle() && !questions.isEmpty() ? RunStatus.WAITING : RunStatus.RUNNING;
    }

    /** Tells whether {@code debt} is not to be paid yet: the run was paused before it was owed. */
    public boolean held(Debt debt) {
        return progress.guidance().pause().map(p -> p.holds(debt.effect())).orElse(false);
    }

    /** Tells whether a pause has nothing more to wait for: whatever was under way when it began is answered. */
    public boolean settled() {
        return owed.values().stream()
                .allMatch(d -> d.effect() instanceof Effect.Wake
                        || d.effect() instanceof Effect.Retry
                        || held(d)
                        || outcomeQuestion(d.effect().id()).isPresent());
    }

    /** Tells whether nothing is under way: what is owed is a timer, or waits for a human's word. */
    boolean idle() {
        return owed.values().stream()
                .map(Debt::effect)
                .allMatch(
                        e -> e instanceof Effect.Wake || outcomeQuestion(e.id()).isPresent());
    }

    /** Returns the question that asks what became of the call {@code effect}. */
    Optional<Question> outcomeQuestion(String effect) {
        return questions.values().stream()
                .filter(q -> q.kind() == Question.Kind.OUTCOME && q.about().equals(effect))
                .findFirst();
    }

    RunState with(Graph now) {
        return new RunState(start, now, ledger, owed, questions, granted, made, progress);
    }

    RunState with(Ledger now) {
        return new RunState(start, graph, now, owed, questions, granted, made, progress);
    }

    RunState with(Progress now) {
        return new RunState(start, graph, ledger, owed, questions, granted, made, now);
    }

    RunState owing(PMap<String, Debt> now) {
        return new RunState(start, graph, ledger, now, questions, granted, made, progress);
    }

    RunState asking(PMap<String, Question> now) {
        return new RunState(start, graph, ledger, owed, now, granted, made, progress);
    }

    RunState granting(PMap<String, String> now) {
        return new RunState(start, graph, ledger, owed, questions, now, made, progress);
    }

    RunState making(PSet<String> now) {
        return new RunState(start, graph, ledger, owed, questions, granted, now, progress);
    }
}
