package dev.orrery.learning.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How alike two texts are, by what they have in common of what both have: Dice's coefficient, 0 to 1. */
final class Likeness {
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Likeness() {}

    /** Compares two lines by their words. */
    static double ofWords(String one, String other) {
        return ofItems(words(one), words(other));
    }

    /** Compares two lists, each item as often as it occurs. */
    static double ofItems(List<String> one, List<String> other) {
        int size = one.size() + other.size();
        return size == 0 ? 1 : 2.0 * common(one, other) / size;
    }

    /** Returns how many items two lists have in common, each as often as it occurs in both. */
    static int common(List<String> one, List<String> other) {
        Map<String, Integer> left = counts(other);
        int common = 0;
        for (String item : one) {
            Integer rest = left.get(item);
            if (rest == null || rest == 0) continue;
            left.put(item, rest - 1);
            common++;
        }
        return common;
    }

    static Map<String, Integer> counts(List<String> items) {
        Map<String, Integer> counts = new HashMap<>();
        for (String item : items) counts.merge(item, 1, Integer::sum);
        return counts;
    }

    static List<String> words(String text) {
        return WORDS.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
