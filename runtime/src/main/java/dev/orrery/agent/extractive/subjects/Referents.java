package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.language.Counts;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a clause means that begins with a pronoun: "They are not rivals", "The first two compete with us". */
final class Referents {
    private static final String ORDINAL = "(?:first|second|third|fourth|fifth|last)";

    private static final Pattern BEGINNING = Pattern.compile(
            "^(?:(?:and|but|so|yet|however|although|though|while|whereas|still|in fact|indeed|nonetheless|of these|of those|of them)[,\\s]+)*"
                    + "(?<pronoun>only the (?:first|last)(?: (?<onlycount>\\w+))?|the (?:first|last) (?<count>two|three|four|five)|the (?<ordinal>"
                    + ORDINAL + ")(?: one)?"
                    + "|the former|the latter|neither(?: of them| of these| of the two)?|none of (?:them|these|those)|both(?: of them| companies| firms)?"
                    + "|(?:all|each)(?: of (?:them|these|those|the \\w+))?(?: (?:two|three|four|five))?|the (?:two|three|four|five)(?: of them)?"
                    + "|they(?:'re)?|these(?: \\w+)?|those(?: \\w+)?|it(?:'s)?|this one|that one|this|that|he|she|who|which)\\b(?<rest>.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern ONE =
            Pattern.compile("it(?:'s)?|this|that|this one|that one|he|she", Pattern.CASE_INSENSITIVE);

    private static final Pattern NONE = Pattern.compile("(?:neither|none)\\b.*", Pattern.CASE_INSENSITIVE);

    private Referents() {}

    /**
     * Returns {@code clause} as a template about {@code spoken}, those spoken of before, with the pronoun replaced; or a
     * template without names when the clause begins with no pronoun for them.
     */
    static Template of(String clause, List<Mention> spoken, Relation relation) {
        Matcher m = BEGINNING.matcher(clause.replace('’', '\''));
        if (spoken.isEmpty() || !m.matches()) return Template.of(clause, List.of(), relation);
        String pronoun = m.group("pronoun");
        List<Mention> meant = meant(m, pronoun, spoken);
        if (meant.isEmpty()) return Template.of(clause, List.of(), relation);
        String verb = pronoun.endsWith("'re") ? " are" : pronoun.endsWith("'s") ? " is" : "";
        String not = NONE.matcher(pronoun).matches() ? " not" : "";
        String only = pronoun.toLowerCase(java.util.Locale.ROOT).startsWith("only") ? "only " : "";
        Template rest = Template.of(m.group("rest"), List.of(), relation);
        var marks = new StringBuilder(only);
        for (int i = 0; i < meant.size(); i++)
            marks.append(i == 0 ? "" : ", ").append('<').append(i).append('>');
        return new Template(marks + verb + not + rest.text(), meant);
    }

    private static List<Mention> meant(Matcher m, String pronoun, List<Mention> spoken) {
        String lower = pronoun.toLowerCase(java.util.Locale.ROOT);
        if (m.group("ordinal") != null && m.group("count") == null) return ordinal(m.group("ordinal"), spoken);
        String count = m.group("count") != null ? m.group("count") : m.group("onlycount");
        if (count != null) {
            OptionalInt n = Counts.of(count);
            if (n.isEmpty() || n.getAsInt() > spoken.size()) return List.of();
            return lower.contains("last")
                    ? spoken.subList(spoken.size() - n.getAsInt(), spoken.size())
                    : spoken.subList(0, n.getAsInt());
        }
        if (lower.equals("the former")) return List.of(spoken.getFirst());
        if (lower.equals("the latter")) return List.of(spoken.getLast());
        if (lower.startsWith("only the first")) return List.of(spoken.getFirst());
        if (lower.startsWith("only the last")) return List.of(spoken.getLast());
        // A singular pronoun means the subject of what was said before, which stands first.
        return ONE.matcher(pronoun).matches() ? List.of(spoken.getFirst()) : spoken;
    }

    private static List<Mention> ordinal(String ordinal, List<Mention> spoken) {
        int index = List.of("first", "second", "third", "fourth", "fifth")
                .indexOf(ordinal.toLowerCase(java.util.Locale.ROOT));
        if (index < 0) return List.of(spoken.getLast());
        return index < spoken.size() ? List.of(spoken.get(index)) : List.of();
    }
}
