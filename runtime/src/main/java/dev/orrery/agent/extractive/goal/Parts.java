package dev.orrery.agent.extractive.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a goal into parts that each begin anew: "Who are our competitors | and which of them supports approval". */
final class Parts {
    /** The most parts of a goal that are read. */
    static final int PARTS_MAX = 6;

    /** A full stop, or a conjunction, behind which another part may begin. */
    private static final Pattern JOINT = Pattern.compile(
            "[.;?!]\\s+|,?\\s+(?:and then|and also|and|then|plus|but)\\s+(?:also\\s+|then\\s+|finally\\s+)?",
            Pattern.CASE_INSENSITIVE);

    /** Verbs that begin a part behind a conjunction whatever follows. */
    private static final String VERBS =
            "(?:draft|write|prepare|produce|create|make|compile|put|give|tell|investigate|analy[sz]e|evaluate|assess"
                    + "|compare|collect|summari[sz]e|describe|explain|find|say|send|translate|deliver|highlight|identify|recommend|email|e-mail)";

    /** Words that are verbs only when an object follows them; else they are nouns of the part before. */
    private static final String VERBS_OR_NOUNS =
            "(?:research|contrast|list|sum|report|state|name|turn|cite|quote|mail|book|buy|order|post|publish|call"
                    + "|deploy|install|delete|update|schedule|rank|note|point|check|let|upload|share|notify|pay|print|show|review)";

    private static final String OBJECT =
            "(?:it|them|him|her|me|us|the|a|an|my|our|your|its|their|all|that|this|these|those|each|every|which|what|who|how|whether|to|up|out)";

    private static final Pattern BEGINNING = Pattern.compile(
            "^(?:" + VERBS + "\\s+\\S|" + VERBS_OR_NOUNS + "\\s+" + OBJECT + "\\b"
                    + "|(?:who|which|what|when|where|why|how)\\s+(?:of|is|are|was|were|do|does|did|can|has|have|they|it|each|many|much"
                    + "|[\\p{L}-]+s?\\s+(?:it|they|each|them|of))\\b"
                    + "|(?:does|do|is|are|can|has|have)\\s+(?:it|they|any|each|either|these|those)\\b)",
            Pattern.CASE_INSENSITIVE);

    private Parts() {}

    /** Returns the parts of {@code goal} in order, at most {@link #PARTS_MAX}. */
    static List<String> of(String goal) {
        var parts = new ArrayList<String>();
        int start = 0;
        Matcher joint = JOINT.matcher(goal);
        while (joint.find() && parts.size() < PARTS_MAX - 1) {
            boolean stop = joint.group().matches("[.;?!]\\s+");
            boolean begins = BEGINNING.matcher(goal.substring(joint.end())).find();
            if (!begins && !(stop && !abbreviation(goal, joint.start()))) continue;
            add(parts, goal.substring(start, joint.start() + (stop ? 1 : 0)));
            start = joint.end();
        }
        add(parts, goal.substring(start));
        return parts;
    }

    /** "e.g. x", "vs. y": no part ends there. */
    private static boolean abbreviation(String goal, int stop) {
        return goal.charAt(stop) == '.'
                && goal.substring(0, stop).matches("(?is).*\\b(?:e\\.g|i\\.e|vs|etc|no|approx|inc|ltd|co)");
    }

    private static void add(List<String> parts, String part) {
        String plain = Asides.plain(part);
        if (!plain.isEmpty()) parts.add(plain);
    }
}
