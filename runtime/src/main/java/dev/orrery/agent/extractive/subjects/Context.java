package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.selection.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the headings above a passage say of those named below them.
 *
 * @param member whether they are headed as members of the group
 * @param outsider whether they are headed as no members
 * @param nearest whether the nearest heading says so, and not one further up
 */
record Context(boolean member, boolean outsider, boolean nearest) {
    private static final Pattern DENIAL = Pattern.compile(
            "\\b(?:no|not|non|never|former|formerly|ex|past|previous|other than|none)\\b|n't\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Context NOTHING = new Context(false, false, false);

    /** Reads the headings of {@code passage}. */
    static Context of(Passage passage, Relation relation) {
        return of(headings(passage), relation);
    }

    /** Reads the headings above {@code heading}, which is one itself. */
    static Context above(Passage heading, Relation relation) {
        return of(
                headings(heading).stream()
                        .filter(h -> !h.equals(heading.text()))
                        .toList(),
                relation);
    }

    private static List<String> headings(Passage passage) {
        List<String> headings = new ArrayList<>();
        if (!passage.title().isBlank()) headings.add(passage.title());
        headings.addAll(passage.headings());
        return headings;
    }

    private static Context of(List<String> headings, Relation relation) {
        for (int i = headings.size() - 1; i >= 0; i--) {
            String heading = headings.get(i);
            boolean nearest = i == headings.size() - 1;
            if (relation.in(heading)) {
                boolean denied = DENIAL.matcher(heading).find();
                return new Context(!denied, denied, nearest);
            }
            // "Partners" below "Competitors" heads others.
            if (relation.otherIn(heading) || DENIAL.matcher(heading).find()) return NOTHING;
        }
        return NOTHING;
    }

    double strength() {
        return nearest ? Emphasis.PLAIN : Emphasis.IMPLIED;
    }
}
