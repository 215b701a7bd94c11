package dev.orrery.agent.extractive.rules;

import dev.orrery.message.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a report leaves out: "Leave out roadmaps.", "Reports do not cover pricing." */
final class OmitForm implements RuleReader.Form {
    private static final String COVER =
            "(?:cover|mention|include|discuss|report(?: on)?|talk about|write about|describe)";

    /** What may follow the list without being part of it. */
    private static final String TAIL =
            "(?:,?\\s+(?:in|from|of|for)\\s+(?:(?:the|our|a|any|each|every|all)\\s+)?(?:reports?|summar(?:y|ies)|drafts?|sections?|\\w+)s?)?"
                    + "\\s*[.;!:].*|$";

    private static final List<Pattern> WORDINGS = List.of(
            pattern("^(?:please\\s+|always\\s+)?(?:omit|leave out|skip|exclude|drop|ignore)\\s+(.+?)(?:" + TAIL + ")"),
            pattern("^(?:please\\s+|always\\s+)?leave\\s+(.+?)\\s+out\\b"),
            pattern("\\b(?:do not|don't|does not|doesn't|never|must not|should not|shall not|may not)\\s+" + COVER
                    + "\\s+(.+?)(?:" + TAIL + ")"),
            pattern("^(.+?)\\s+(?:is|are|stays?|must be|should be|has to be|have to be)\\s+"
                    + "(?:left out|omitted|excluded|skipped|not covered|out of scope)\\b"),
            pattern("^no\\s+((?:[\\p{L}-]+)(?:(?:,| and| or)? [\\p{L}-]+){0,3})\\s*[.!]?$"));

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public Map<String, Json> read(String sentence) {
        for (Pattern wording : WORDINGS) {
            Matcher m = wording.matcher(sentence);
            if (!m.find()) continue;
            List<String> topics = Topics.of(m.group(1));
            if (!topics.isEmpty()) return Map.of("omit", Json.texts(topics));
        }
        return Map.of();
    }
}
