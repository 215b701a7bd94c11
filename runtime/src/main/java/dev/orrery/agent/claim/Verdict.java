package dev.orrery.agent.claim;

import java.util.List;

/** What a look at one claim comes to. */
public sealed interface Verdict {
    /** The cited lines hold the claim, as far as words can show it. */
    record Held() implements Verdict {}

    /**
     * The cited lines do not hold the claim.
     *
     * @param faults what is wrong, each a sentence that its author can act on; at least one, at most {@link
     *     ClaimCheck#FAULTS_MAX}
     */
    record NotHeld(List<String> faults) implements Verdict {
        public NotHeld {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) throw new IllegalArgumentException("a claim that is not held has a fault");
        }
    }

    /** Tells whether the claim is held. */
    default boolean held() {
        return this instanceof Held;
    }
}
