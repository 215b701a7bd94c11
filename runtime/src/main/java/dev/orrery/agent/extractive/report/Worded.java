package dev.orrery.agent.extractive.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody else has made of the quotations.
 *
 * @param author who, as the report names it
 * @param sentences the sentence that stands for a quotation, by the quotation
 * @param dropped how many sentences were dropped because the cited lines did not hold them
 */
public record Worded(String author, Map<String, String> sentences, int dropped) {
    /** Nobody has: every statement is a quotation. */
    static final Worded NOTHING = new Worded("", Map.of(), 0);

    public Worded {
        sentences = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sentences));
    }

    /** Tells whether the report is all quotations. */
    boolean isQuoted() {
        return author.isEmpty();
    }
}
