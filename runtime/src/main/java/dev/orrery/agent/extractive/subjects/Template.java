package dev.orrery.agent.extractive.subjects;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clause in which {@code <0>}, {@code <1>} … stand for its names and {@code <R>} for what is said of the relation: "our
 * main {@code <R>} are {@code <0>} and {@code <1>}".
 *
 * @param text the clause with the marks
 * @param mentions the names, by number
 */
record Template(String text, List<Mention> mentions) {
    static final String RELATION = "<R>";

    private static final Pattern MARK = Pattern.compile("<(\\d+)>");

    /** Sayings with a "no" or "not" that deny nothing. */
    private static final Pattern IDIOMS = Pattern.compile(
            "\\b(?:not only|not just|not least|no doubt|without (?:a )?doubt|none other than|nothing but|not to mention|not surprisingly|no less than)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A remark in parentheses that has no mark in it. */
    private static final Pattern REMARK = Pattern.compile("\\s*\\([^()<>]*\\)");

    Template {
        mentions = List.copyOf(mentions);
    }

    /** Makes the template of {@code clause}, whose names are {@code mentions}. */
    static Template of(String clause, List<Mention> mentions, Relation relation) {
        var text = new StringBuilder(clause.replace('<', '(').replace('>', ')'));
        for (int i = mentions.size() - 1; i >= 0; i--) {
            Mention m = mentions.get(i);
            text.replace(m.start(), m.end(), "<" + i + ">");
        }
        String marked = relation.marked(text.toString(), RELATION);
        String plain = IDIOMS.matcher(marked.replace('’', '\'')).replaceAll("");
        return new Template(REMARK.matcher(plain).replaceAll(""), mentions);
    }

    /** Tells whether the relation is spoken of. */
    boolean related() {
        return text.contains(RELATION);
    }

    /** Tells whether {@code pattern} stands in the clause. */
    boolean has(Pattern pattern) {
        return pattern.matcher(text).find();
    }

    /** Returns the names in the group {@code who} of every match of {@code pattern}. */
    Set<Mention> who(Pattern pattern) {
        var found = new LinkedHashSet<Mention>();
        Matcher m = pattern.matcher(text);
        int from = 0;
        while (from <= text.length() && m.find(from)) {
            marks(m.group("who")).forEach(found::add);
            // The next match may begin inside this one: names can take part in two.
            from = Math.max(m.start() + 1, Math.min(m.end("who"), text.length()));
        }
        return found;
    }

    private List<Mention> marks(String part) {
        var marked = new ArrayList<Mention>();
        Matcher m = MARK.matcher(part);
        while (m.find()) marked.add(mentions.get(Integer.parseInt(m.group(1))));
        return marked;
    }
}
