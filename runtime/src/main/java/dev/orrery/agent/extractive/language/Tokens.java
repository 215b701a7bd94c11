package dev.orrery.agent.extractive.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits text into plain lower-case words: letters, digits and inner apostrophes. No models are needed. */
public final class Tokens {
    private Tokens() {}

    /** Returns the words of {@code text} in order; punctuation is left out. */
    public static List<String> of(String text) {
        var words = new ArrayList<String>();
        String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            if (i < lower.length() && inWord(lower, i)) {
                if (start < 0) start = i;
            } else if (start >= 0) {
                words.add(lower.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean inWord(String text, int i) {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c)) return true;
        boolean inner = i > 0 && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i - 1));
        if (!inner) return false;
        return switch (c) {
            case '\'' -> Character.isLetter(text.charAt(i + 1));
            case '.', ',' -> Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
            default -> false;
        };
    }
}
