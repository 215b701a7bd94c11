package dev.orrery.agent.extractive.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * Compares words by what they are made from: {@code deploys} with {@code deployment}, {@code licence} with {@code
 * licensing}. Only spelling and endings count; that two words mean the same is not known here.
 */
public final class Stems {
    /** The shortest beginning that two different stems may share and still be taken for one family. */
    private static final int SHARED_MIN = 4;

    /** What may follow the shared beginning of two stems of one family. */
    private static final Set<String> ENDINGS =
            Set.of("", "e", "y", "a", "er", "or", "ery", "al", "ag", "abl", "ment", "ant", "ent", "ist", "ing", "anc");

    private static final Pattern ISE = Pattern.compile("(?<=\\p{L}{4})is(ations?|e|es|ed|ing|er|ers)$");
    private static final Pattern OUR = Pattern.compile("(?<=behavi|col|fav|hon|lab|neighb)our");
    private static final Pattern TRE = Pattern.compile("(?<=cen|thea)tre(s?)$");

    private Stems() {}

    /** Returns the stem of {@code word}, which is in lower case. British and American spellings have one stem. */
    public static String of(String word) {
        if (word.chars().anyMatch(c -> !Character.isLetter(c))) return word;
        String stem = new PorterStemmer().stem(american(word));
        // Porter writes "policy" with an i at the end and "deployment" without: one letter for both.
        return stem.length() > 3 && stem.endsWith("i") ? stem.substring(0, stem.length() - 1) + "y" : stem;
    }

    /** Returns the stems of the words of {@code text}, each once, in order. */
    public static Set<String> in(String text) {
        var stems = new LinkedHashSet<String>();
        for (String word : Tokens.of(text)) stems.add(of(word));
        return stems;
    }

    /** Tells whether two stems are of one family: equal, or alike but for a usual ending. */
    public static boolean related(String a, String b) {
        if (a.equals(b)) return true;
        int shared = 0;
        while (shared < a.length() && shared < b.length() && a.charAt(shared) == b.charAt(shared)) shared++;
        String endA = a.substring(shared);
        String endB = b.substring(shared);
        // "store" and "storage" are one family, "mentor" and "mental" are not: of two full endings one is a vowel.
        boolean oneIsShort = endA.length() <= 1 || endB.length() <= 1 || shared > SHARED_MIN;
        return shared >= SHARED_MIN && oneIsShort && ENDINGS.contains(endA) && ENDINGS.contains(endB);
    }

    /**
     * Returns forms of {@code word} that a search by stem would not find by itself: the other spelling, and the forms
     * with another ending. Most are no words; a search for those finds nothing, which costs nothing.
     */
    public static List<String> variants(String word) {
        var forms = new LinkedHashSet<String>();
        String american = american(word);
        if (!american.equals(word)) forms.add(american);
        String stem = of(word);
        if (stem.length() < SHARED_MIN) return List.copyOf(forms);
        for (String ending : List.of("", "e", "ed", "ing", "er", "ment", "ation", "ability", "age", "al", "ery")) {
            forms.add(stem + ending);
        }
        forms.remove(word);
        return List.copyOf(forms);
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
