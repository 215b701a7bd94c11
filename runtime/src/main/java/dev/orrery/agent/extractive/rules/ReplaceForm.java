package dev.orrery.agent.extractive.rules;

import dev.orrery.message.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which word stands for which: "Write 'licence' instead of 'license'". Bare words count only after verbs of
 * writing: "Prefer a number to an adjective" names no words.
 */
final class ReplaceForm implements RuleReader.Form {
    private static final String INSTEAD = "(?:,?\\s+(?:instead of|rather than|in place of|and not|not|never|over)\\s+)";
    private static final String WRITE = "(?:write|say|spell|use|prefer|put)";
    private static final String BARE_WRITE = "(?:write|say|spell)";

    /** A pattern whose two groups are the wanted and the unwanted word, in the order told by {@code wantedFirst}. */
    private record Wording(Pattern pattern, boolean wantedFirst) {}

    private static final List<Wording> WORDINGS = List.of(
            wording("\\b" + WRITE + "\\s+" + Terms.QUOTED + INSTEAD + Terms.QUOTED, true),
            wording("\\b" + BARE_WRITE + "\\s+" + Terms.BARE + INSTEAD + Terms.BARE + "(?=[\\s.,;:!?)]|$)", true),
            wording("\\b(?:replace|change)\\s+" + Terms.QUOTED + "\\s+(?:with|by|to|into)\\s+" + Terms.QUOTED, false),
            wording(
                    "\\b(?:never|do not|don't|avoid)\\s+(?:" + WRITE + "|writing|saying|using)?\\s*" + Terms.QUOTED
                            + "\\s*[,;:.]\\s*(?:but\\s+|instead\\s+|always\\s+)*" + WRITE + "\\s+" + Terms.QUOTED,
                    false),
            wording("\\binstead of\\s+" + Terms.QUOTED + ",?\\s+(?:we\\s+)?" + WRITE + "\\s+" + Terms.QUOTED, false));

    private static Wording wording(String pattern, boolean wantedFirst) {
        return new Wording(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), wantedFirst);
    }

    @Override
    public Map<String, Json> read(String sentence) {
        for (Wording wording : WORDINGS) {
            Matcher m = wording.pattern().matcher(sentence);
            if (!m.find()) continue;
            String wanted = m.group(wording.wantedFirst() ? 1 : 2).strip();
            String unwanted = m.group(wording.wantedFirst() ? 2 : 1).strip();
            if (wanted.equals(unwanted)) continue;
            return Map.of("replace", Json.object().with("from", unwanted).with("to", wanted));
        }
        return Map.of();
    }
}
