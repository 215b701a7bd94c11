package dev.orrery.learning.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which section became which: first by name below the same parent, then by what stands in them.
 *
 * @param siblings for each section that has subsections in both texts, how these correspond
 * @param lost sections without a counterpart, the uppermost only
 */
record SectionMatch(List<Siblings> siblings, List<Lost> lost) {
    private static final double ALIKE = 0.5;

    /** More pairs of lost and new sections than this are no renaming but another document. */
    private static final int RENAMINGS_MAX = 10_000;

    /** A section before and after. */
    record Pair(Section before, Section after) {
        boolean renamed() {
            return !before.key().equals(after.key());
        }
    }

    /** A section without a counterpart, and what stands where its parent stood. */
    record Lost(Section section, Section parent, Section parentAfter) {
        /** Tells whether the name is not left below the same parent, whose own name other reports may have too. */
        boolean goneFromParent() {
            return parent.heading().level() > 1
                    && parentAfter.children().stream().noneMatch(s -> s.key().equals(section.key()));
        }
    }

    /** Subsections of one section that are in both texts, in the order before. */
    record Siblings(List<Pair> pairs) {}

    static SectionMatch of(Section before, List<Line> old, Section after, List<Line> now) {
        var match = new SectionMatch(new ArrayList<>(), new ArrayList<>());
        match.match(before, old, after, now);
        return match;
    }

    private void match(Section before, List<Line> old, Section after, List<Line> now) {
        var pairs = new ArrayList<Pair>();
        var free = new ArrayList<>(after.children());
        var open = new ArrayList<Section>();
        for (Section section : before.children()) {
            Optional<Section> same =
                    free.stream().filter(s -> s.key().equals(section.key())).findFirst();
            same.ifPresentOrElse(
                    s -> {
                        pairs.add(new Pair(section, s));
                        free.remove(s);
                    },
                    () -> open.add(section));
        }
        boolean renamings = (long) open.size() * free.size() <= RENAMINGS_MAX;
        for (Section section : open) {
            Optional<Section> renamed = !renamings ? Optional.empty() : renamed(section, before, old, free, after, now);
            renamed.ifPresentOrElse(
                    s -> {
                        pairs.add(new Pair(section, s));
                        free.remove(s);
                    },
                    () -> lost.add(new Lost(section, before, after)));
        }
        pairs.sort(Comparator.comparingInt(p -> p.before().first()));
        siblings.add(new Siblings(List.copyOf(pairs)));
        for (Pair pair : pairs) match(pair.before(), old, pair.after(), now);
    }

    /** Of the sections that are new, the one that has the most of this one's body; at equal likeness, the one in its place. */
    private static Optional<Section> renamed(
            Section section, Section before, List<Line> old, List<Section> free, Section after, List<Line> now) {
        int place = before.children().indexOf(section);
        Section best = null;
        double most = ALIKE;
        for (Section candidate : free) {
            if (candidate.heading().level() != section.heading().level()) continue;
            double alike = Likeness.ofItems(section.body(old), candidate.body(now));
            boolean inPlace = after.children().indexOf(candidate) == place;
            if (alike > most || alike == most && (best == null || inPlace)) {
                best = candidate;
                most = alike;
            }
        }
        return Optional.ofNullable(best);
    }
}
