package dev.orrery.agent.extractive.style;

import dev.orrery.message.Json;
import java.util.Optional;

/**
 * One rule about reports.
 *
 * @param source where it stands: {@code memory:ID@VERSION}, {@code learned:ID@VERSION} or a place in a document
 * @param text what it says
 * @param form its machine form; empty when it has none
 */
public record StyleRule(String source, String text, Optional<Json.Obj> form) {
    private static final String MEMORY = "memory:";
    private static final String LEARNED = "learned:";

    /** Tells whether the rule comes out of memory. */
    public boolean remembered() {
        return source.startsWith(MEMORY);
    }

    /** Tells whether the rule was learned from edits of earlier reports. */
    public boolean learned() {
        return source.startsWith(LEARNED);
    }

    /** Returns the form in which the report's output names a rule. */
    public Json toJson() {
        return Json.object().with("rule", source).with("text", text);
    }
}
