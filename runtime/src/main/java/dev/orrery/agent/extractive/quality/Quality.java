package dev.orrery.agent.extractive.quality;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How good a sentence is as a statement of its own.
 *
 * @param score from 0 (none) to 1
 * @param marks what made the score
 */
public record Quality(double score, Set<Mark> marks) {
    /** The score at which a sentence satisfies a strict reader more often than not. */
    public static final double GOOD = 0.6;

    /** The score from which a sentence is understood by a reader who knows its headings. */
    public static final double FAIR = 0.5;

    /** The score from which an entry of a list that asks for all entries may be quoted. */
    public static final double LISTED = 0.42;

    /** Where a sentence without any mark stands. */
    private static final double PLAIN = 0.62;

    public Quality {
        marks = Set.copyOf(marks);
    }

    /** Adds up {@code marks}. */
    public static Quality of(EnumSet<Mark> marks) {
        double score = PLAIN;
        double cap = 1;
        for (Mark mark : marks) {
            score += mark.weight();
            cap = Math.min(cap, mark.cap());
        }
        return new Quality(Math.clamp(Math.min(score, cap), 0, 1), marks);
    }

    /** Tells whether {@code mark} was given. */
    public boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /** Returns the marks in words, the gravest first. */
    public String why() {
        return marks.stream().sorted().map(Mark::why).collect(Collectors.joining("; "));
    }
}
