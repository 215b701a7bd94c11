package dev.orrery.agent.extractive.rules;

import dev.orrery.message.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a heading is to be called: "Call the section on pricing 'Costs'." */
final class RenameForm implements RuleReader.Form {
    private static final String HEADING =
            "(?:the\\s+)?(?:section|heading|chapter|part)s?\\s+(?:on\\s+|about\\s+|for\\s+)?";
    private static final String TERM = "(?:" + Terms.QUOTED + "|" + Terms.BARE + ")";

    private static final List<Pattern> WORDINGS = List.of(
            pattern("\\b(?:rename|retitle)\\s+" + HEADING + TERM + "\\s+(?:to|as|into)\\s+" + TERM),
            pattern("\\b(?:call|title|name|head)\\s+" + HEADING + TERM + "\\s+" + TERM),
            pattern("\\b" + HEADING + TERM + "\\s+(?:is|are|should be|must be)\\s+(?:called|titled|named|headed)\\s+"
                    + TERM));

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public Map<String, Json> read(String sentence) {
        for (Pattern wording : WORDINGS) {
            Matcher m = wording.matcher(sentence);
            if (!m.find()) continue;
            var from = Terms.first(m.group(1), m.group(2));
            var to = Terms.first(m.group(3), m.group(4));
            if (from.isEmpty() || to.isEmpty() || from.equals(to)) continue;
            return Map.of("rename", Json.object().with("from", from.get()).with("to", to.get()));
        }
        return Map.of();
    }
}
