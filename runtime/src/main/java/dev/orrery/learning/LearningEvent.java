package dev.orrery.learning;

import dev.orrery.kernel.Learned;
import dev.orrery.message.Json;
import java.util.List;

/** What happened in learning. Events are facts: replaying them gives the state. */
public sealed interface LearningEvent {
    /** A run taught this; it takes the place of what was known of the same run. */
    record RunObserved(Lessons lessons) implements LearningEvent {}

    /** The runs so far speak for a change. */
    record ProposalMade(Proposal proposal) implements LearningEvent {}

    /** More speaks for an open proposal. */
    record ProposalStrengthened(String id, Json.Obj change, List<Evidence> more) implements LearningEvent {
        public ProposalStrengthened {
            more = List.copyOf(more);
        }
    }

    /** A human took a proposal. */
    record ProposalAccepted(String id) implements LearningEvent {}

    /** A human turned a proposal down. */
    record ProposalRejected(String id, String why) implements LearningEvent {}

    /** From here on new runs learn this, because proposal {@code id} was accepted. */
    record VersionMade(String id, Learned learned) implements LearningEvent {}

    /** From here on new runs learn this, which is what was learned without proposal {@code id}. */
    record VersionRolledBack(String id, Learned learned) implements LearningEvent {}
}
