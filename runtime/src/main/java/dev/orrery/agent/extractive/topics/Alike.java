package dev.orrery.agent.extractive.topics;

import dev.orrery.agent.extractive.language.Stems;
import java.util.Locale;

/** Tells whether two terms would be two headings over the same text. */
final class Alike {
    private static final int LETTERS_MAX = 6;
    private static final int SHORTENED_MIN = 4;

    private Alike() {}

    /** Tells whether the terms share a word, or one abbreviates the other. */
    static boolean are(String one, String other) {
        boolean shared = Stems.in(one.toLowerCase(Locale.ROOT)).stream()
                .anyMatch(s -> Stems.in(other.toLowerCase(Locale.ROOT)).stream().anyMatch(t -> Stems.related(s, t)));
        return shared || shortened(one, other) || abbreviates(one, other) || abbreviates(other, one);
    }

    /** Tells whether one is cut from the other: "config", "configuration". */
    private static boolean shortened(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        return Math.min(a.length(), b.length()) >= SHORTENED_MIN && (a.startsWith(b) || b.startsWith(a));
    }

    /** Tells whether the initials of {@code phrase} stand in {@code letters} in order: "RAG", "augmented generation". */
    private static boolean abbreviates(String letters, String phrase) {
        String[] words = phrase.split("[ -]+", -1);
        if (words.length < 2 || letters.length() > LETTERS_MAX || letters.indexOf(' ') >= 0) return false;
        if (!letters.equals(letters.toUpperCase(Locale.ROOT))) return false;
        int at = -1;
        for (String word : words) {
            if (word.isEmpty()) return false;
            at = letters.indexOf(Character.toUpperCase(word.charAt(0)), at + 1);
            if (at < 0) return false;
        }
        return true;
    }
}
