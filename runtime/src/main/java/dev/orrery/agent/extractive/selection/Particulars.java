package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.Phrases;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tokens;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what is said of one subject from what is said of the whole field. "Load balancing splits traffic between several
 * servers" is true of everybody, and of no use to someone who compares; what names the subject, a number, a limit, a
 * default or a thing with a name of its own is not.
 */
public final class Particulars {
    private static final Phrases LIMITS = Phrases.read(Particulars.class, "limits");
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\p{N},;:)] )\\p{Lu}\\p{Ll}[\\p{L}\\p{N}-]*");
    private static final Pattern IDENTIFIER = Pattern.compile(
            "\\b\\w+_\\w+\\b|\\b\\p{Ll}+\\p{Lu}\\w*|\\b\\p{L}+\\.\\p{L}{2,}\\b|\\B--?\\p{L}[\\w-]+|[\"“`]");
    private static final double CODE_MIN = 0.03;

    private Particulars() {}

    /**
     * Tells whether {@code passage} says something particular about the subject with these {@code names}. The words of the
     * {@code topic}, given as stems, do not count: they are what every subject has in common.
     */
    public static boolean in(Passage passage, List<String> names, Collection<String> topic) {
        String text = passage.text();
        if (passage.codeShare() >= CODE_MIN || text.chars().anyMatch(Character::isDigit)) return true;
        return named(text, names)
                || LIMITS.in(Tokens.of(text))
                || IDENTIFIER.matcher(text).find()
                || hasName(text, topic);
    }

    /** Tells whether {@code text} has one of {@code names} as a word of its own. */
    public static boolean named(String text, List<String> names) {
        List<String> words = Tokens.of(text);
        return names.stream().map(Tokens::of).anyMatch(n -> !n.isEmpty() && contains(words, n));
    }

    private static boolean contains(List<String> words, List<String> name) {
        for (int i = 0; i + name.size() <= words.size(); i++) {
            boolean here = words.subList(i, i + name.size() - 1).equals(name.subList(0, name.size() - 1));
            String last = words.get(i + name.size() - 1).replaceFirst("['’]s?$", "");
            if (here && last.equals(name.getLast())) return true;
        }
        return false;
    }

    private static boolean hasName(String text, Collection<String> topic) {
        return NAME.matcher(text)
                .results()
                .map(found -> Stems.of(found.group().toLowerCase(Locale.ROOT)))
                .anyMatch(stem -> topic.stream().noneMatch(t -> Stems.related(t, stem)));
    }
}
