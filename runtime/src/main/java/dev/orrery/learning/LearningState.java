package dev.orrery.learning;

import dev.orrery.kernel.Learned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * How learning stands: a pure fold over its events.
 *
 * @param lessons what each run taught, the last observed last, at most {@value #RUNS_MAX} runs
 * @param proposals in the order in which they were made
 * @param accepted the ids of those in force, in the order of acceptance
 * @param learned what new runs pin
 */
public record LearningState(
        PVector<Lessons> lessons, PVector<Proposal> proposals, PVector<String> accepted, Learned learned) {

    /** How many runs that taught something are looked back on: agents and tastes change. */
    public static final int RUNS_MAX = 300;

    /** Nothing was observed yet. */
    public static final LearningState EMPTY =
            new LearningState(TreePVector.empty(), TreePVector.empty(), TreePVector.empty(), Learned.NONE);

    /** Returns the state after {@code event}. */
    public LearningState apply(LearningEvent event) {
        return switch (event) {
            case LearningEvent.RunObserved e -> new LearningState(with(e.lessons()), proposals, accepted, learned);
            case LearningEvent.ProposalMade e ->
                new LearningState(lessons, proposals.plus(e.proposal()), accepted, learned);
            case LearningEvent.ProposalStrengthened e -> with(e.id(), p -> p.strengthened(e.change(), e.more()));
            case LearningEvent.ProposalAccepted e -> with(e.id(), p -> p.now(Proposal.Status.ACCEPTED, p.version()));
            case LearningEvent.ProposalRejected e -> with(e.id(), p -> p.now(Proposal.Status.REJECTED, p.version()));
            case LearningEvent.VersionMade e ->
                with(e.id(), p -> p.now(p.status(), e.learned().version()))
                        .learning(accepted.plus(e.id()), e.learned());
            case LearningEvent.VersionRolledBack e ->
                with(e.id(), p -> p.now(Proposal.Status.ROLLED_BACK, e.learned().version()))
                        .learning(accepted.minus(e.id()), e.learned());
        };
    }

    /** Returns the state after {@code events}. */
    public LearningState applyAll(Collection<LearningEvent> events) {
        LearningState state = this;
        for (LearningEvent event : events) state = state.apply(event);
        return state;
    }

    private PVector<Lessons> with(Lessons anew) {
        PVector<Lessons> others = lessons(anew.run()).map(lessons::minus).orElse(lessons);
        return (others.size() < RUNS_MAX ? others : others.minus(0)).plus(anew);
    }

    /** Returns what {@code run} taught. */
    public Optional<Lessons> lessons(String run) {
        return lessons.stream().filter(one -> one.run().equals(run)).findFirst();
    }

    /** Returns the proposal {@code id}. */
    public Optional<Proposal> proposal(String id) {
        return proposals.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** Returns the proposals in force, in the order of acceptance. */
    public List<Proposal> inForce() {
        return accepted.stream().flatMap(id -> proposal(id).stream()).toList();
    }

    /** Returns all proposals of the same change, in the order in which they were made. */
    List<Proposal> alike(String key) {
        return proposals.stream().filter(p -> p.key().equals(key)).toList();
    }

    private LearningState with(String id, UnaryOperator<Proposal> change) {
        for (int i = 0; i < proposals.size(); i++) {
            if (!proposals.get(i).id().equals(id)) continue;
            return new LearningState(lessons, proposals.with(i, change.apply(proposals.get(i))), accepted, learned);
        }
        return this;
    }

    private LearningState learning(PVector<String> now, Learned anew) {
        return new LearningState(lessons, proposals, now, anew);
    }
}
