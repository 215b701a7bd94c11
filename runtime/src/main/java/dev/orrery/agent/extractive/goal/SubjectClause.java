package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.goal.NameFinder.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads clauses that begin with their subjects: "our vendors support X", "Hugo and JBake have a plugin system". */
final class SubjectClause {
    private static final String AUXILIARY = "(?:is|are|do|does|has|have|can|will|support|offer)";

    /** Pronouns that stand for subjects named before, and what is said of them. */
    private static final Pattern THEM = Pattern.compile(
            "^(?:them|these|those|they|it|each(?: of them)?|both|all(?: of them)?|the (?:two|three|four|five)(?= "
                    + AUXILIARY + "))\\b\\s*(.*)$",
            Pattern.CASE_INSENSITIVE);

    /** What may stand between two names of an enumeration. */
    private static final Pattern BETWEEN =
            Pattern.compile("(?:\\s|,|and|or|both|either|the|of|&)*", Pattern.CASE_INSENSITIVE);

    /** What links a predicate to a name behind it. */
    private static final Pattern LINK =
            Pattern.compile("\\s+(?:than|as|like|with|from|to|of|over|and|or)\\s+$", Pattern.CASE_INSENSITIVE);

    private SubjectClause() {}

    /** Reads {@code text} into {@code draft}; returns whether it begins with subjects, or with a pronoun for them. */
    static boolean read(String text, NameFinder finder, Draft draft) {
        Matcher them = THEM.matcher(text);
        if (them.matches()) {
            draft.topics(TopicList.ofPredicate(them.group(1)));
            return true;
        }
        var group = GroupFinder.beforePredicate(text);
        if (group.isPresent()) {
            draft.group = group.map(GroupFinder.Found::group);
            draft.topics(TopicList.ofPredicate(text.substring(group.get().end())));
            return true;
        }
        List<Span> names = finder.all(text);
        int end = enumerationEnd(text, names);
        if (end < 0) return false;
        names.stream().filter(s -> s.end() <= end).forEach(s -> Draft.addOnce(draft.names, s.name()));
        draft.topics(
                TopicList.ofPredicate(namesTaken(text.substring(end).replaceFirst("^'s?\\s+", ""), finder, draft)));
        return true;
    }

    /** Returns where the enumeration of names at the beginning of {@code text} ends; -1 when there is none. */
    static int enumerationEnd(String text, List<Span> names) {
        int end = -1;
        for (Span name : names) {
            if (!BETWEEN.matcher(text.substring(Math.max(end, 0), name.start())).matches()) break;
            end = name.end();
        }
        return end;
    }

    /** "Is X faster than Y": what the predicate names is a subject, too. Returns the predicate without it. */
    private static String namesTaken(String text, NameFinder finder, Draft draft) {
        String predicate = text;
        for (Span name : finder.known(text).reversed()) {
            Draft.addOnce(draft.names, name.name());
            predicate = LINK.matcher(predicate.substring(0, name.start())).replaceFirst("")
                    + predicate.substring(name.end());
        }
        return predicate;
    }
}
