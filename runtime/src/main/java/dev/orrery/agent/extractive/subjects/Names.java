package dev.orrery.agent.extractive.subjects;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises a name by where it stands: alone in a heading or cell, or at the beginning of a list item. */
final class Names {
    private static final int WORDS_MAX = 5;

    /** What ends the name at the beginning of an item. */
    private static final Pattern END = Pattern.compile(
            "\\s*(?:[:;(–—,|]|\\.\\s|\\.$|\\s-\\s|\\s(?:is|are|was|has|have|does|remains|used|sells|makes|wins)\\b)");

    /** "Is our partner", ": partner", "(a client)": another role, said of the name before it. */
    private static final Pattern ROLE = Pattern.compile(
            "<\\d+>\\s*(?:[:(–—,-]+|\\b(?:is|are|was|were|remains?|became)\\b)\\s*(?:(?:only|just|also|now|mainly|a|an|our|another|one of our|more of an?)\\s+)*"
                    + "(?:(?!(?:on|in|at|by|for|of|with|from|to|the|like|as)\\b)[\\p{L}-]+\\s+){0,2}<O>"
                    + "(?=\\s*(?:$|[.,;:)!–—]|(?:of (?:ours|us)|for|in|since|until|who|that|and|from|to|on|at|of)\\b))",
            Pattern.CASE_INSENSITIVE);

    private Names() {}

    /** Tells whether {@code text} may be a name and nothing else. */
    static boolean alone(String text) {
        String plain = text.strip();
        return !plain.isEmpty()
                && plain.split("\\s+", -1).length <= WORDS_MAX
                && plain.codePoints().anyMatch(Character::isLetter)
                && !plain.matches(".*[.:;?!,].*");
    }

    /**
     * Returns the name with which an item begins.
     *
     * @param names whether the items are known to be names, so that a name needs no place
     */
    static Optional<Mention> leading(String item, List<Mention> named, Mentions mentions, boolean names) {
        if (!named.isEmpty() && named.getFirst().start() <= 2) return Optional.of(named.getFirst());
        if (!names) return Optional.empty();
        var end = END.matcher(item);
        String head = (end.find() ? item.substring(0, end.start()) : item).strip();
        boolean capital = !head.isEmpty() && Character.isUpperCase(head.codePointAt(0));
        Mention whole = mentions.whole(head.isEmpty() ? item : head);
        return alone(head) && (capital || whole.mapped()) ? Optional.of(whole) : Optional.empty();
    }

    /** Tells whether {@code template} gives its first name another role than that of the relation. */
    static boolean otherRole(Template template, Relation relation) {
        return ROLE.matcher(relation.othersMarked(template.text(), "<O>")).find();
    }
}
