package dev.orrery.learning.edit;

import java.util.Locale;

/**
 * One line that differs.
 *
 * @param kind how it differs
 * @param line its number in the report, from 1; for an added line, that of the line before it, 0 at the top
 * @param before as it was delivered; empty when added
 * @param after as it was handed back; empty when removed
 * @param step the step whose result the line was; for an added line, the step that drafted the report
 */
public record LineChange(Kind kind, int line, String before, String after, String step) {
    /** How a line differs. */
    public enum Kind {
        /** It is gone. */
        REMOVED,
        /** It is new. */
        ADDED,
        /** It reads differently. */
        CHANGED,
        /** It stands elsewhere. */
        MOVED;

        /** Returns the stable name. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
