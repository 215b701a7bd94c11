package dev.orrery.agent.extractive.goal;

import java.util.List;

/**
 * The sort of thing of which a goal wants every mention: "every open risk".
 *
 * @param noun the singular, in lower case
 * @param qualifiers what each one must be, in lower case: {@code open}
 * @param name how a heading calls them: {@code open risks}
 */
public record Listing(String noun, List<String> qualifiers, String name) {
    public Listing {
        qualifiers = List.copyOf(qualifiers);
    }
}
