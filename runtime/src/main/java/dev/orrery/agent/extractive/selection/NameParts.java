package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.Nouns;
import java.util.List;
import java.util.Locale;

/** Tells the words of names from common words: the "Server" of "Windows Server" from a server. */
final class NameParts {
    private NameParts() {}

    /**
     * Tells whether {@code text} has {@code term} only as part of somebody else's name: with a capital, beside another word
     * with a capital that is none of the subject's {@code names}. A term that is written with capitals is a name itself.
     */
    static boolean only(String term, String text, List<String> names) {
        if (!term.equals(term.toLowerCase(Locale.ROOT)) || term.indexOf(' ') >= 0) return false;
        List<String> words = List.of(text.split("[^\\p{L}\\p{N}'’-]+", -1));
        boolean found = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!Nouns.singular(word.toLowerCase(Locale.ROOT)).equals(Nouns.singular(term))) continue;
            if (!capital(word) || i == 0 || !stranger(words.get(i - 1), names)) return false;
            found = true;
        }
        return found;
    }

    private static boolean stranger(String word, List<String> names) {
        return capital(word)
                && names.stream().noneMatch(n -> n.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
    }

    private static boolean capital(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }
}
