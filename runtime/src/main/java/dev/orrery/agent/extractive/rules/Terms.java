package dev.orrery.agent.extractive.rules;

import java.util.Optional;

/** The words that a rule speaks about, as they stand in a sentence: in quotation marks, or a single bare word. */
final class Terms {
    /** A term in any quotation marks. A single quotation mark inside a word is an apostrophe and ends nothing. */
    static final String QUOTED = "[\"“”«»`‘']([^\"“”«»`]{1,60}?)[\"“”«»`’'](?=[\\s.,;:!?)]|$)";

    /** A term without quotation marks: one word, since nothing says where a longer one would end. */
    static final String BARE = "([\\p{L}][\\p{L}-]{1,40})";

    private Terms() {}

    /** Returns the first of the groups that took part in a match. */
    static Optional<String> first(String... groups) {
        for (String group : groups) {
            if (group != null && !group.isBlank()) return Optional.of(group.strip());
        }
        return Optional.empty();
    }
}
