package dev.orrery.agent.extractive.subjects;

import java.util.Optional;

/**
 * A name in a text.
 *
 * @param name as the text writes it
 * @param start where it begins in its text
 * @param end where it ends
 * @param place the folder or file that is about it, when there is one
 */
record Mention(String name, int start, int end, Optional<Place> place) {
    /** Returns what is equal for two mentions of the same subject. */
    String identity() {
        return place.map(p -> "at " + p.path()).orElse(Spelling.key(name));
    }

    boolean mapped() {
        return place.isPresent();
    }
}
