package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.selection.Passage;
import java.util.List;

/** What became of the question which subjects belong to a group. */
public sealed interface Resolution {
    /** Someone who was named, does not belong, and where that is said. */
    record Outsider(String name, Passage passage) {}

    /** The members are known. */
    record Settled(List<Member> members, List<Outsider> outsiders) implements Resolution {
        public Settled {
            members = List.copyOf(members);
            outsiders = List.copyOf(outsiders);
        }
    }

    /**
     * They are not known well enough.
     *
     * @param why a sentence that says what was found
     * @param offered whom the documents name, in the order in which {@code why} names them
     * @param outsiders who certainly does not belong
     */
    record Doubtful(String why, List<Member> offered, List<Outsider> outsiders) implements Resolution {
        public Doubtful {
            offered = List.copyOf(offered);
            outsiders = List.copyOf(outsiders);
        }
    }
}
