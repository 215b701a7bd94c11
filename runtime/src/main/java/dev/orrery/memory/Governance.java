package dev.orrery.memory;

import java.util.List;

/** Decides about proposals that passed their checks. Pure and thread-safe. */
@FunctionalInterface
public interface Governance {
    /** Everything that an agent proposes waits for a human. */
    Governance REVIEW_ALL = (proposal, contradicted) -> Ruling.REVIEW;

    /** What becomes of a proposal. */
    enum Ruling {
        /** It holds at once. */
        ACCEPT,
        /** It waits for review. */
        REVIEW
    }

    /**
     * Decides about {@code proposal}.
     *
     * @param contradicted the live entries that say otherwise; accepting closes them
     */
    Ruling judge(Proposal proposal, List<Entry> contradicted);
}
