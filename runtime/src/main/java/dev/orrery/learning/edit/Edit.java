package dev.orrery.learning.edit;

import dev.orrery.message.Json;

/**
 * An edit as a person would name it.
 *
 * @param kind what was done
 * @param key what was done to what: the same edit of another report has the same key
 * @param text what was done, for people
 * @param rule the rule that would have made it needless, in its machine form; without members when there is none
 */
public record Edit(Kind kind, String key, String text, Json.Obj rule) {
    /** What was done. */
    public enum Kind {
        /** A heading is gone with what stood below it. */
        SECTION_REMOVED("section.removed"),
        /** A section stands before another that it stood behind. */
        SECTION_MOVED("section.moved"),
        /** A section has another heading. */
        SECTION_RENAMED("section.renamed"),
        /** Words were replaced by others. */
        PHRASE_REPLACED("phrase.replaced"),
        /** Lines are new. */
        LINES_ADDED("lines.added"),
        /** Statements are gone from sections that stayed. */
        STATEMENTS_DROPPED("statements.dropped");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        /** Returns the stable name. */
        public String wire() {
            return wire;
        }
    }

    /** Makes an edit that no rule can stand for. */
    static Edit plain(Kind kind, String text) {
        return new Edit(kind, kind.wire(), text, Json.object());
    }

    /** Makes an edit that {@code rule} can stand for. */
    static Edit ruled(Kind kind, String about, String text, Json.Obj rule) {
        return new Edit(kind, kind.wire() + ": " + about, text, rule);
    }
}
