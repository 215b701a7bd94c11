package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Word;
import dev.orrery.agent.extractive.language.WordClass;
import java.util.Set;

/**
 * Looks for words inside a sentence that stand for something: "it", "their", "this limit". They are resolved when a noun
 * that they can stand for comes before them in the sentence; otherwise they point out of it.
 */
final class Reference implements Check {
    private static final Set<String> PRONOUNS =
            Set.of("it", "its", "they", "them", "their", "itself", "themselves", "he", "she", "his", "her", "him");
    private static final Set<String> POINTING = Set.of("this", "these", "those", "such");
    private static final Set<String> HERE = Set.of("here", "above", "below", "aforementioned", "former", "latter");
    private static final Set<String> SUBJECTS = Set.of("it", "they", "this", "these", "that");
    private static final Set<String> EMPTY_IT = Set.of("is", "'s", "’s", "was", "possible", "may", "makes", "can");

    @Override
    public void judge(Sentence s, Set<Mark> marks) {
        for (int i = 0; i < s.size(); i++) {
            if (unresolved(s, i)) {
                marks.add(Mark.UNRESOLVED);
                return;
            }
        }
    }

    private static boolean unresolved(Sentence s, int i) {
        Word w = s.word(i);
        if (w.in(HERE) && standsAlone(s, i)) return true;
        if (afterPlace(s, i)) return true;
        if (w.in(PRONOUNS)) return i > 0 && !nounBefore(s, i) && !comesAfter(s, i);
        if (i == 0 || (!w.in(POINTING) && !demonstrativeThat(s, i))) return false;
        if (w.is("those") && i + 1 < s.size() && isRelative(s.word(i + 1))) return false;
        if (w.is("such") && i + 1 < s.size() && s.word(i + 1).is("as")) return false;
        return !repeatsNoun(s, i);
    }

    /** Tells whether "above" at {@code i} points at the text: nothing follows that something could be above of. */
    private static boolean standsAlone(Sentence s, int i) {
        if (i + 1 >= s.size()) return true;
        return switch (s.word(i + 1).kind()) {
            case PUNCTUATION, VERB, AUXILIARY, CONJUNCTION -> true;
            case ADJECTIVE, ADPOSITION, ADVERB, DETERMINER, INTERJECTION, NOUN, NUMBER -> false;
            case PARTICLE, PRONOUN, NAME, SUBORDINATOR, SYMBOL, OTHER -> false;
        };
    }

    /** Recognises "On the server side, this is …": a place before it, and nothing that "this" could stand for. */
    private static boolean afterPlace(Sentence s, int i) {
        if (i < 2 || i + 1 >= s.size() || !s.word(i - 1).is(",") || s.word(0).kind() != WordClass.ADPOSITION)
            return false;
        if (!w(s, i).in(SUBJECTS)
                || (w(s, i).is("it") && i + 2 < s.size() && w(s, i + 2).kind() == WordClass.ADJECTIVE)) return false;
        boolean verb = w(s, i + 1).kind() == WordClass.AUXILIARY || w(s, i + 1).kind() == WordClass.VERB;
        for (int k = 0; k < i; k++) {
            if (w(s, k).kind() == WordClass.VERB || w(s, k).kind() == WordClass.AUXILIARY) return false;
        }
        return verb;
    }

    private static Word w(Sentence s, int i) {
        return s.word(i);
    }

    private static boolean isRelative(Word w) {
        return w.is("who") || w.is("that") || w.is("which") || w.is("in") || w.is("of") || w.is("with") || w.is("for");
    }

    private static boolean demonstrativeThat(Sentence s, int i) {
        return s.word(i).is("that") && s.word(i).kind() == WordClass.DETERMINER;
    }

    private static boolean nounBefore(Sentence s, int i) {
        for (int k = 0; k < i; k++) {
            if (s.word(k).nominal() || s.word(k).kind() == WordClass.NUMBER) return true;
        }
        return false;
    }

    /** Recognises "When it starts, the server …" and "it is possible that": the meaning comes afterwards. */
    private static boolean comesAfter(Sentence s, int i) {
        if (s.word(i).is("it") && i + 1 < s.size() && s.word(i + 1).in(EMPTY_IT)) return true;
        for (int k = i + 1; k + 2 < s.size(); k++) {
            if (s.word(k).is(","))
                return s.word(k + 1).nominal() || s.word(k + 2).nominal();
        }
        return false;
    }

    /** Tells whether "this limit" at {@code i} takes up a "limit" that the sentence itself brought in. */
    private static boolean repeatsNoun(Sentence s, int i) {
        int noun = i + 1;
        while (noun < s.size() && !s.word(noun).nominal() && noun < i + 4) noun++;
        if (noun >= s.size() || !s.word(noun).nominal()) return nounBefore(s, i);
        // Of "this configuration file" the file must be known, not the configuration.
        while (noun + 1 < s.size() && s.word(noun + 1).kind() == WordClass.NOUN) noun++;
        String stem = Definites.singular(s.word(noun).lower());
        for (int k = 0; k < i; k++) {
            if (Definites.singular(s.word(k).lower()).equals(stem)) return true;
        }
        return false;
    }
}
