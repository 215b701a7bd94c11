package dev.orrery.agent.extractive.rules;

import dev.orrery.message.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which topics a report covers: "Cover memory, approval and model support for each competitor, in that order." */
final class CoverForm implements RuleReader.Form {
    private static final String COVER = "(?:cover|address|treat|discuss|describe|include|contain|report on|look at"
            + "|deal with|write about|go through|consider|go over|compare)s?";

    private static final String DUTY =
            "(?:(?:always|must|should|shall|has to|have to|needs? to|is to|are to|will|first)\\s+)*";

    /** "For each competitor", before or behind the list. */
    private static final String EACH = "(?:for|of|per|about|on)\\s+(?:each|every|all|any)\\b[^,:]{0,40}";

    /** What may stand between the verb and the list. */
    private static final String LEAD =
            "(?:,?\\s+in (?:this|the following) order)?(?:\\s+the following(?: \\w+)?)?:?\\s+";

    private static final Pattern ORDERED = Pattern.compile(
            "\\bin (?:that|this|the following|exactly this|the given) order\\b|\\bthen\\b|\\bfirst\\b|\\border\\b",
            Pattern.CASE_INSENSITIVE);

    /** What follows a list without being part of it: the order, the subjects, where, and the next clause. */
    private static final Pattern TAIL = Pattern.compile(
            "(?:,?\\s+(?:always\\s+)?in (?:that|this|the given|the following) order\\b|,?\\s+" + EACH
                    + "|,?\\s+for (?:the|our)\\s+\\w+|,?\\s+(?:in|of) (?:each|every|all|the|our|a) (?:\\w+ )?(?:reports?|sections?|summar(?:y|ies))\\b"
                    + "|,?\\s+and nothing else\\b|[.!])\\s*.*$",
            Pattern.CASE_INSENSITIVE);

    /** One way to say it. A single topic is believed only where the wording leaves no doubt that it is one. */
    private record Wording(Pattern pattern, int topicsMin) {}

    private static final List<Wording> WORDINGS = List.of(
            wording("^(?:" + EACH + ",?\\s+)?(?:we\\s+|please\\s+)?" + DUTY + "cover" + LEAD + "(.+)$", 1),
            wording(
                    "\\b(?:reports?|summar(?:y|ies)|sections?|chapters?|profiles?|entry|entries)\\s+" + DUTY + "covers?"
                            + LEAD + "(.+)$",
                    1),
            wording(
                    "\\b(?:include|add|have|has|write|give)s?\\s+(?:(?:a|one)\\s+)?(?:section|paragraph|chapter|part)s?\\s+(?:on|about|for)"
                            + "\\s+(.+)$",
                    1),
            wording("^(?:" + EACH + ",?\\s+)?(?:we\\s+|please\\s+)?" + DUTY + COVER + LEAD + "(.+)$", 2),
            wording(
                    "\\b(?:reports?|summar(?:y|ies)|sections?|chapters?|profiles?|entry|entries|we)\\b[^.:,]{0,40}?\\s"
                            + DUTY + COVER + LEAD + "(.+)$",
                    2),
            wording(
                    "\\b(?:sections|topics|headings|points|chapters|aspects)\\b[^.:]{0,50}?(?:\\s+are:?|:)\\s+(.+)$",
                    2),
            wording("^(?:" + EACH + "|in this order|order of (?:sections|topics)):\\s*(.+)$", 2),
            wording(
                    "^(?:start|begin|open) with\\s+((?!a summary|the summary)[^.]+?,?\\s+(?:then|and then|followed by)\\s+.+)$",
                    2));

    private static Wording wording(String pattern, int topicsMin) {
        return new Wording(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), topicsMin);
    }

    @Override
    public Map<String, Json> read(String sentence) {
        for (Wording wording : WORDINGS) {
            Matcher m = wording.pattern().matcher(sentence);
            if (!m.find()) continue;
            List<String> topics = Topics.of(list(m.group(1)));
            if (topics.size() < wording.topicsMin()) continue;
            return form(topics, ORDERED.matcher(sentence).find());
        }
        return Map.of();
    }

    private static String list(String text) {
        String plain = text.replaceAll("(?i)\\bfollowed by\\b", "then").strip();
        return TAIL.matcher(plain).replaceFirst("");
    }

    private static Map<String, Json> form(List<String> topics, boolean ordered) {
        var members = new LinkedHashMap<String, Json>();
        members.put("cover", Json.texts(topics));
        if (ordered && topics.size() > 1) members.put("order", Json.texts(topics));
        return members;
    }
}
