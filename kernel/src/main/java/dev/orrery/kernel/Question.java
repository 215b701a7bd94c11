package dev.orrery.kernel;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that waits for a human.
 *
 * @param id unique within the run, such as {@code q1}
 * @param step the step that waits
 * @param kind what kind of answer is wanted
 * @param text what the human is asked, the exact arguments of an approval included
 * @param hash what an approval is bound to; empty for a plain question
 * @param about the effect or call that waits; empty for a plain question
 * @param expiresAt from when on it is refused
 */
public record Question(
        String id, String step, Kind kind, String text, String hash, String about, Optional<Instant> expiresAt) {

    /** What a human is asked for. */
    public enum Kind {
        /** A free answer to an agent's question. */
        QUESTION,
        /** Leave for one exact tool call. */
        APPROVAL,
        /** Leave for a plan. */
        PLAN,
        /** What became of a call whose outcome is unknown. */
        OUTCOME;

        /** Returns the stable name. */
        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Finds the kind with this stable name. */
        public static Kind of(String wire) {
            return valueOf(wire.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** Tells whether it is refused at {@code now}. */
    public boolean expired(Instant now) {
        return expiresAt.map(at -> !now.isBefore(at)).orElse(false);
    }
}
