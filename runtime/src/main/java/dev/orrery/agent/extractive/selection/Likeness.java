package dev.orrery.agent.extractive.selection;

import java.util.HashSet;
import java.util.List;

/** Compares sentences by the stems that they share. */
final class Likeness {
    /** From here on two sentences say the same for a reader. */
    static final double SAME = 0.72;

    /** From here on, names apart, two sentences tell of one thing. */
    static final double AKIN = 0.5;

    private Likeness() {}

    /** Returns the share of the shorter sentence's stems that both have, 0 to 1. */
    static double of(List<String> one, List<String> other) {
        var first = new HashSet<>(one);
        var second = new HashSet<>(other);
        int shorter = Math.min(first.size(), second.size());
        if (shorter == 0) return 0;
        first.retainAll(second);
        return first.size() / (double) shorter;
    }
}
