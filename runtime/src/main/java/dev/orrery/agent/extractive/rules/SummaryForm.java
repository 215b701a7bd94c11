package dev.orrery.agent.extractive.rules;

import dev.orrery.agent.extractive.language.Counts;
import dev.orrery.message.Json;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long a summary may be: "Open with a summary of at most five lines." */
final class SummaryForm implements RuleReader.Form {
    private static final Pattern SUMMARY =
            Pattern.compile("\\b(?:summar(?:y|ies)|abstract|executive overview)\\b", Pattern.CASE_INSENSITIVE);

    /** Words that make the number behind them an upper bound; a bare "of five lines" is one, too. */
    private static final String BOUND =
            "(?:at most|no more than|not more than|no longer than|not longer than|longer than"
                    + "|more than|up to|within|under|below|exceeds?|a maximum of|maximum of|max\\.?:?|to|of|in|is|are|has|have"
                    + "|fits? (?:in|into|on)|limited to|limit of)";

    private static final Pattern LINES = Pattern.compile(
            BOUND + "\\s+(?:(" + Counts.PATTERN + ")\\s*(?:to|or|-|–)\\s*)?(" + Counts.PATTERN
                    + ")[\\s-]+(?:short |single |full )?(?:lines?|sentences?|bullets?|bullet points?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** "A five-line summary". */
    private static final Pattern COMPOUND = Pattern.compile(
            "\\b(" + Counts.PATTERN + ")[\\s-](?:line|sentence|bullet)s? (?:summary|abstract)",
            Pattern.CASE_INSENSITIVE);

    /** "At least five lines" is a lower bound, which the machine form does not know. */
    private static final Pattern LOWER_BOUND =
            Pattern.compile("\\b(?:at least|no fewer than|not less than|minimum)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public Map<String, Json> read(String sentence) {
        if (!SUMMARY.matcher(sentence).find() || LOWER_BOUND.matcher(sentence).find()) return Map.of();
        Matcher lines = LINES.matcher(sentence);
        if (lines.find()) return bound(lines.group(2));
        Matcher compound = COMPOUND.matcher(sentence);
        return compound.find() ? bound(compound.group(1)) : Map.of();
    }

    private static Map<String, Json> bound(String number) {
        OptionalInt lines = Counts.of(number);
        return lines.isPresent() ? Map.of("summaryLinesMax", Json.of(lines.getAsInt())) : Map.of();
    }
}
