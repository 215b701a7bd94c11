package dev.orrery.agent.claim;

import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Reduces a word to what it is made from, by the English stemmer that the search uses too. */
final class Stem {
    private static final Pattern ISE = Pattern.compile("(?<=\\p{L}{4})is(ations?|e|es|ed|ing|er|ers)$");
    private static final Pattern OUR = Pattern.compile("(?<=behavi|col|fav|hon|lab|neighb|flav|harb)our");
    private static final Pattern TRE = Pattern.compile("(?<=cen|thea|li|me)tre(s?)$");

    /** A longer run of letters is no word, and is not worth the stemmer's time. */
    private static final int LETTERS_MAX = 40;

    private Stem() {}

    /** Returns the stem of {@code word}, which is in lower case. British and American spellings have one stem. */
    static String of(String word) {
        if (word.length() < 3 || word.length() > LETTERS_MAX) return word;
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) return word;
        }
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(american(word));
        stemmer.stem();
        String stem = stemmer.getCurrent();
        // The stemmer writes "policy" with an i at the end: one letter for both.
        return stem.length() > 3 && stem.endsWith("i") ? stem.substring(0, stem.length() - 1) + "y" : stem;
    }

    private static String american(String word) {
        if (word.length() < 5) return word;
        String w = word;
        if (w.startsWith("licenc")) w = "licens" + w.substring(6);
        if (w.startsWith("defenc")) w = "defens" + w.substring(6);
        if (w.startsWith("programme")) w = "program" + w.substring(9);
        if (w.contains("is")) w = ISE.matcher(w).replaceFirst("iz$1");
        if (w.contains("our")) w = OUR.matcher(w).replaceFirst("or");
        return w.contains("tre") ? TRE.matcher(w).replaceFirst("ter$1") : w;
    }
}
