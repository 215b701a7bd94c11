package dev.orrery.agent.extractive.goal;

import dev.orrery.agent.extractive.language.Coordination;
import dev.orrery.agent.extractive.language.FunctionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the topics that a goal names: {@code licence, scaling and how they handle retries}. */
final class TopicList {
    /** The most topics taken from a goal. */
    static final int TOPICS_MAX = 12;

    /** What stands before a topic without being part of it. */
    private static final Pattern LEADING = Pattern.compile(
            "^(?:(?:the|a|an|any|all|each|its|their|his|her|our|both|of|on|about|in|for|some|which|best|most|least)\\s+"
                    + "|(?:support|approach|approaches|attitude|use|handling|treatment|questions?|issues?|topics?|aspects?"
                    + "|matters?)\\s+(?:for|to|of|about|like|such as)\\s+)",
            Pattern.CASE_INSENSITIVE);

    /** What turns a topic into a clause: "how they handle …", "whether it does …". */
    private static final Pattern CLAUSE = Pattern.compile(
            "^(?:how|what|whether|where|when|the way(?:s)?)\\s+(?:(?:do|does|can|is|are)\\s+)?"
                    + "(?:(?:they|it|each(?: of them)?|both|these|those|all)\\s+)?(?:(?:do|does|can|is|are)\\s+)?",
            Pattern.CASE_INSENSITIVE);

    /** What follows a topic without being part of it. */
    private static final Pattern TRAILING = Pattern.compile(
            "\\s+(?:(?:for|of|in|by|at) (?:each|every|both|all|them|these|those|any|either|our)\\b.*|respectively|only|are|is"
                    + "|(?:are|is) (?:handled|done|treated|supported|organi[sz]ed|managed)|etc\\.?|and so on)$",
            Pattern.CASE_INSENSITIVE);

    private TopicList() {}

    /** Returns the topics in {@code text}, each once, in order. */
    static List<String> of(String text) {
        var topics = new ArrayList<String>();
        for (String item : Coordination.items(Asides.trimmed(text))) {
            String topic = bare(item);
            boolean says = !FunctionWords.contentOf(topic).isEmpty();
            if (says && topics.stream().noneMatch(topic::equalsIgnoreCase) && topics.size() < TOPICS_MAX) {
                topics.add(topic);
            }
        }
        return topics;
    }

    /** Returns the topics of a predicate, whose verb may carry little: {@code supports approval and retries}. */
    static List<String> ofPredicate(String predicate) {
        return of(withoutLightVerb(predicate));
    }

    /** Returns {@code phrase} without what stands around the topic itself. */
    static String bare(String phrase) {
        String topic = Asides.trimmed(phrase);
        String before;
        do {
            before = topic;
            topic = TRAILING.matcher(topic).replaceFirst("");
            topic = LEADING.matcher(topic).replaceFirst("");
            topic = CLAUSE.matcher(topic).replaceFirst("");
        } while (!topic.equals(before));
        // Only a clause has a verb to drop: "how they handle retries", but not "cost control".
        return topic.equals(phrase.strip()) || !CLAUSE.matcher(phrase).find() ? topic.strip() : withoutLightVerb(topic);
    }

    /** Returns {@code predicate} without the auxiliaries and verbs at its beginning that carry little. */
    static String withoutLightVerb(String predicate) {
        String rest = predicate.strip();
        while (true) {
            int space = rest.indexOf(' ');
            if (space < 0) return rest;
            String first = rest.substring(0, space);
            String next = rest.substring(space + 1).strip();
            boolean drop = FunctionWords.lightVerb(first) || FunctionWords.is(first);
            if (!drop || FunctionWords.contentOf(next).isEmpty()) return rest;
            rest = next;
        }
    }
}
