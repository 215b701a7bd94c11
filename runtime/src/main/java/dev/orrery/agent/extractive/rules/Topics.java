package dev.orrery.agent.extractive.rules;

import dev.orrery.agent.extractive.language.Coordination;
import java.util.List;
import java.util.regex.Pattern;

/** Takes apart the list of topics that a rule names, and refuses what is a clause rather than a list of topics. */
final class Topics {
    private static final int WORDS_MAX = 4;

    private static final Pattern LEADING = Pattern.compile(
            "^(?:first|then|finally|lastly|also|always|only|the|a|an|their|its|any|all|anything about"
                    + "|(?:a |the |one )?(?:section|paragraph|part|chapter)s? (?:on|about|for))\\s+",
            Pattern.CASE_INSENSITIVE);

    /** Words that show a clause: a topic is a noun phrase and has none of them. */
    private static final Pattern CLAUSE = Pattern.compile(
            "\\b(?:that|which|who|whom|whose|what|is|are|was|were|be|been|can|could|must|should|will|would|may|might"
                    + "|you|we|they|it|he|she|them|us|not|do|does|did|has|have|had|because|so|to|this|these|those)\\b",
            Pattern.CASE_INSENSITIVE);

    private Topics() {}

    /** Returns the topics of {@code list}; the empty list when a single one of them is no topic. */
    static List<String> of(String list) {
        List<String> topics = Coordination.items(list).stream()
                .map(Topics::bare)
                .filter(t -> !t.isEmpty())
                .toList();
        return topics.stream().allMatch(Topics::plausible) ? topics : List.of();
    }

    private static String bare(String item) {
        String before;
        String text = item.strip().replaceAll("[.:!]+$", "");
        do {
            before = text;
            text = LEADING.matcher(text).replaceFirst("");
        } while (!text.equals(before));
        return text.strip();
    }

    private static boolean plausible(String topic) {
        return topic.split("\\s+").length <= WORDS_MAX
                && topic.chars().anyMatch(Character::isLetter)
                && !CLAUSE.matcher(topic).find();
    }
}
