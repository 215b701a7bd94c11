package dev.orrery.learning;

import dev.orrery.kernel.Learned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from what a run taught, and from what a human decides. Pure. */
public final class LearningDecider {
    private LearningDecider() {}

    /** What becomes of a human's decision. Refusals are values. */
    public sealed interface Decision {
        /** It holds once {@code events} are stored. */
        record Accepted(List<LearningEvent> events) implements Decision {
            public Accepted {
                events = List.copyOf(events);
            }
        }

        /** It cannot be. */
        record Refused(String why) implements Decision {}
    }

    /** Takes in what a run taught. Returns nothing when all of it is known. */
    public static List<LearningEvent> observe(LearningState state, Lessons lessons) {
        Optional<Lessons> known = state.lessons(lessons.run());
        boolean nothingNew = known.map(lessons::equals).orElse(lessons.isEmpty());
        return nothingNew ? List.of() : List.of(new LearningEvent.RunObserved(lessons));
    }

    /** Draws conclusions from the lessons so far. Returns nothing when all of them were drawn. */
    public static List<LearningEvent> propose(LearningState state) {
        return Proposing.from(state);
    }

    /** Accepts a proposal; one that was turned down or rolled back may be taken after all. */
    public static Decision accept(LearningState state, String id) {
        Optional<Proposal> proposal = state.proposal(id);
        if (proposal.isEmpty()) return unknown(id);
        if (proposal.get().status() == Proposal.Status.ACCEPTED) {
            return new Decision.Refused(
                    id + " was accepted already, in version " + proposal.get().version());
        }
        var inForce = new ArrayList<>(state.inForce());
        inForce.add(proposal.get());
        Learned next = LearnedVersions.of(state.learned().version() + 1, inForce);
        return new Decision.Accepted(
                List.of(new LearningEvent.ProposalAccepted(id), new LearningEvent.VersionMade(id, next)));
    }

    /** Turns a proposal down. */
    public static Decision reject(LearningState state, String id, String why) {
        Optional<Proposal> proposal = state.proposal(id);
        if (proposal.isEmpty()) return unknown(id);
        return switch (proposal.get().status()) {
            case PROPOSED -> new Decision.Accepted(List.of(new LearningEvent.ProposalRejected(id, why)));
            case ACCEPTED ->
                new Decision.Refused(id + " was accepted already; take it back with: orrery learn rollback " + id);
            case REJECTED -> new Decision.Refused(id + " was rejected already");
            case ROLLED_BACK -> new Decision.Refused(id + " was rolled back already");
        };
    }

    /** Takes back an accepted proposal: the next version is what was learned without it. */
    public static Decision rollback(LearningState state, String id) {
        Optional<Proposal> proposal = state.proposal(id);
        if (proposal.isEmpty()) return unknown(id);
        if (proposal.get().status() != Proposal.Status.ACCEPTED) {
            return new Decision.Refused(id + " is not in force (it is "
                    + proposal.get().status().wire() + "), so there is nothing to roll back");
        }
        List<Proposal> rest =
                state.inForce().stream().filter(p -> !p.id().equals(id)).toList();
        Learned next = LearnedVersions.of(state.learned().version() + 1, rest);
        return new Decision.Accepted(List.of(new LearningEvent.VersionRolledBack(id, next)));
    }

    private static Decision unknown(String id) {
        return new Decision.Refused("there is no proposal " + id + "; orrery learn list shows them");
    }
}
