package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.FunctionWords;
import dev.orrery.agent.extractive.language.Nouns;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tokens;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A passage reduced to stems, so that topics can be compared with it quickly.
 *
 * @param passage the passage
 * @param stems the stems of its words, in order; a name in camel case counts as its words
 * @param heading what its nearest heading is about, the subject's own name left out
 * @param page what its document's title is about, or its file's name when that is shorter
 * @param above the stems of all its headings, its title and its file's name
 */
record Reading(Passage passage, List<String> stems, Set<String> heading, Set<String> page, Set<String> above) {
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    /** Reads {@code passage}; {@code own} are the stems of the subject's name. */
    static Reading of(Passage passage, Set<String> own) {
        var above = new LinkedHashSet<String>(stems(passage.title()));
        for (String heading : passage.headings()) above.addAll(stems(heading));
        above.addAll(stems(fileName(passage.path())));
        return new Reading(
                passage,
                words(context(passage) + passage.text()),
                matter(passage.heading(), own),
                page(passage, own),
                above);
    }

    /** Tells whether {@code word} stands in the sentence, its headings, its title or its file's name, singular or plural. */
    boolean has(String word) {
        String wanted = Nouns.singular(word);
        String around = String.join(" ", passage.headings()) + " " + passage.title() + " " + fileName(passage.path());
        String text = context(passage) + passage.text() + " " + around;
        return Tokens.of(HUMP.matcher(text).replaceAll(" ")).stream()
                .anyMatch(w ->
                        Nouns.singular(w).equals(wanted) || w.startsWith(wanted + "-") || w.endsWith("-" + wanted));
    }

    private static List<String> words(String text) {
        return Tokens.of(HUMP.matcher(text).replaceAll(" ")).stream()
                .map(Stems::of)
                .toList();
    }

    private static Set<String> stems(String text) {
        return new LinkedHashSet<>(words(text));
    }

    private static Set<String> matter(String heading, Set<String> own) {
        Set<String> stems = stems(heading);
        stems.removeIf(s -> FunctionWords.is(s) || own.contains(s));
        return stems;
    }

    /** A cell is read with the words that make sense of it. */
    private static String context(Passage passage) {
        return passage.kind().equals("cell") ? passage.row() + " " + passage.column() + " " : "";
    }

    private static Set<String> page(Passage passage, Set<String> own) {
        Set<String> title = matter(passage.title(), own);
        Set<String> file = matter(fileName(passage.path()), own);
        return !file.isEmpty() && file.size() < title.size() && title.containsAll(file) ? file : title;
    }

    private static String fileName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replace('-', ' ').replace('_', ' ');
    }
}
