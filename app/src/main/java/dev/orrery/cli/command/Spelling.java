package dev.orrery.cli.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names that somebody may have meant. */
final class Spelling {
    private static final int SHOWN_MAX = 3;

    private Spelling() {}

    /**
     * Returns the names of {@code known} that are at most two edits from {@code typed}, or one when it is short, the
     * nearest first. An edit adds, drops or changes a letter, or swaps two neighbours (optimal string alignment).
     */
    static List<String> near(String typed, Collection<String> known) {
        int editsMax = typed.length() <= 3 ? 1 : 2;
        return known.stream()
                .filter(name -> edits(typed, name) <= editsMax)
                .sorted(Comparator.comparingInt((String name) -> edits(typed, name))
                        .thenComparing(name -> name))
                .limit(SHOWN_MAX)
                .toList();
    }

    private static int edits(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) edits[i][0] = i;
        for (int j = 0; j <= b.length(); j++) edits[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
            }
        }
        return edits[a.length()][b.length()];
    }
}
