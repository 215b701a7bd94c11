package dev.orrery.agent.extractive.goal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a part of a goal, reduced to one of a few verbs: "draft a comparison of X and Y" and "compare X and Y"
 * are the same. What begins otherwise is not understood.
 *
 * @param verb what is to be done
 * @param rest what follows
 */
record Opening(Verb verb, String rest) {
    /** "Tell me which …", "I want to know how …", "find out whether …": a question in other words. */
    private static final Pattern INDIRECT = Pattern.compile(
            "^(?:(?:tell|show|inform|let) (?:me|us)(?: know)?|(?:i|we) (?:would like|want|need|'d like|'d love|d like) to (?:know|see|understand|find out|learn)"
                    + "|find out|check|determine|establish|work out|figure out|look up|clarify|explain|describe|answer|say|state|list|identify|see|show"
                    + "|summari[sz]e|report|outline)\\s*:?\\s+"
                    + "((?:who|whom|whose|which|what|when|where|why|how|whether|if)\\b.+)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern QUESTION = Pattern.compile(
            "^(?:(?:in|on|under|at|for|from|since|to|by|with)\\s+)?(?:who|whom|whose|which|what|what's|who's|when|where|why|how|does|do|did|is|are|was|were"
                    + "|can|could|should|has|have|will|must|may)\\b\\s+.+",
            Pattern.CASE_INSENSITIVE);

    /** Imperatives that look like questions to the pattern above. */
    private static final Pattern NO_QUESTION = Pattern.compile(
            "^(?:do (?:some |a |an |more |the |not |research)|have a (?:look|go)|what about|how about)\\b.*",
            Pattern.CASE_INSENSITIVE);

    /** "For each supplier, find lead time and price". */
    private static final Pattern FOR_EACH = Pattern.compile(
            "^(?:for|of) ((?:each|every|all|both|the|our)\\b[^,:]{2,60})[,:]\\s*(.+)$", Pattern.CASE_INSENSITIVE);

    /** Orders that show what is wanted by a quantifier: "give me all risks". */
    private static final Pattern ALL = Pattern.compile(
            "^(?:find|name|give|show|get|look for|search for|spot|what are)(?: me| us)?\\s+((?:all|every|each|any|whichever)\\b.+)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern VERSUS = Pattern.compile(".+\\s(?:vs\\.?|versus)\\s.+", Pattern.CASE_INSENSITIVE);

    /** Reads how {@code part} begins; empty when it begins with nothing that can be planned. */
    static Optional<Opening> read(String part, NameFinder finder) {
        Matcher forEach = FOR_EACH.matcher(part);
        if (forEach.matches()) return read(forEach.group(2) + " of " + forEach.group(1), finder);
        Matcher indirect = INDIRECT.matcher(part);
        if (indirect.matches()) {
            return Optional.of(new Opening(Verb.ASK, indirect.group(1).replaceFirst("(?i)^(?:whether|if)\\s+", "")));
        }
        if (QUESTION.matcher(part).matches() && !NO_QUESTION.matcher(part).matches()) {
            return Optional.of(new Opening(Verb.ASK, part));
        }
        Matcher all = ALL.matcher(part);
        if (all.matches()) return Optional.of(new Opening(Verb.LIST, all.group(1)));
        Optional<Opening> opening = Verb.read(part).or(() -> Paper.read(part, finder));
        boolean versus = VERSUS.matcher(part).matches();
        if (opening.isEmpty()) return versus ? Optional.of(new Opening(Verb.COMPARE, part)) : opening;
        return opening.map(o -> versus && o.verb() != Verb.ASK ? new Opening(Verb.COMPARE, o.rest()) : o);
    }
}
