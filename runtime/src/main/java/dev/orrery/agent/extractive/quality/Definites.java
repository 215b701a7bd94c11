package dev.orrery.agent.extractive.quality;

import dev.orrery.agent.extractive.language.Phrases;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Word;
import dev.orrery.agent.extractive.language.WordClass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for "the" things that a reader cannot know: not named before in the sentence or in its headings, not told apart
 * by what follows ("the end of the month", "the file that lists …"), and not the only one of their kind ("the internet").
 */
final class Definites implements Check {
    private static final Phrases UNIQUE = Phrases.read(Definites.class, "unique");
    private static final Set<String> TELLING = Set.of(
            "of",
            "that",
            "which",
            "who",
            "for",
            "in",
            "to",
            "from",
            "with",
            "where",
            "between",
            "on",
            "at",
            "by",
            "you",
            "we",
            "when",
            "whose",
            "within",
            "behind",
            "used",
            "described");
    private static final Set<String> EMPTY_MODIFIERS = Set.of(
            "new",
            "default",
            "same",
            "given",
            "specified",
            "relevant",
            "current",
            "original",
            "other",
            "provided",
            "resulting",
            "whole",
            "entire",
            "actual",
            "respective",
            "following",
            "previous",
            "next",
            "corresponding");

    @Override
    public void judge(Sentence s, Set<Mark> marks) {
        var named = new HashSet<String>();
        int strange = 0;
        for (int i = 0; i + 1 < s.size(); i++) {
            if (s.word(i).nominal()) named.add(singular(s.word(i).lower()));
            if (s.word(i).is("the") && strange(s, i, named)) strange += opens(s, i) ? 2 : 1;
        }
        if (strange >= 2) marks.add(Mark.STRANGE_DEFINITES);
        else if (strange == 1) marks.add(Mark.STRANGE_DEFINITE);
    }

    /** Tells whether the sentence begins with the "the" at {@code i}, or with where or on what: "Based on the query, …". */
    private static boolean opens(Sentence s, int i) {
        if (i == 0) return true;
        int comma = i;
        while (comma < s.size() && comma < i + 4 && !s.word(comma).is(",")) comma++;
        boolean phrase = comma < s.size() && s.word(comma).is(",");
        return phrase && s.word(i - 1).kind() == WordClass.ADPOSITION && i <= 2;
    }

    private static boolean strange(Sentence s, int the, Set<String> named) {
        int head = the + 1;
        while (head + 1 < s.size()
                && head < the + 4
                && modifier(s.word(head))
                && s.word(head + 1).nominal()) head++;
        Word noun = s.word(head);
        if (noun.kind() != WordClass.NOUN || unique(noun) || namedAbove(s, noun)) return false;
        if (named.contains(singular(noun.lower()))) return false;
        if (head + 1 < s.size() && s.word(head + 1).in(TELLING)) return false;
        return head == the + 1 || s.word(the + 1).in(EMPTY_MODIFIERS);
    }

    private static boolean modifier(Word w) {
        return w.nominal() || w.kind() == WordClass.ADJECTIVE;
    }

    /** Tells whether a heading over the sentence names {@code noun}. */
    static boolean namedAbove(Sentence s, Word noun) {
        String stem = Stems.of(noun.lower());
        return s.setting().headings().stream().anyMatch(h -> Stems.in(h).contains(stem));
    }

    /** Tells whether there is one of {@code noun} only, or it is clear to everyone which is meant. */
    static boolean unique(Word noun) {
        return UNIQUE.in(List.of(noun.lower()));
    }

    /** Returns {@code noun} without a plural's ending. */
    static String singular(String noun) {
        return noun.length() > 3 && noun.endsWith("s") && !noun.endsWith("ss")
                ? noun.substring(0, noun.length() - 1)
                : noun;
    }
}
