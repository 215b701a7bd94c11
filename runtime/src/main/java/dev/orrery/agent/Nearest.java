package dev.orrery.agent;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses which word was meant. */
final class Nearest {
    private Nearest() {}

    /**
     * Returns {@code "; did you mean WORD?"} for the word that differs least from {@code written}, by insertions,
     * deletions and replacements (Levenshtein); nothing when each differs in more than a third of its letters.
     */
    static String hint(String written, Collection<String> words) {
        String lower = written.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> distance(lower, word) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt((String word) -> distance(lower, word))
                        .thenComparing(word -> word))
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) above[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
