package dev.orrery.agent.extractive.subjects;

import java.util.regex.Pattern;

/** Small words that tell how a clause is to be taken. */
final class Cues {
    private static final Pattern VERB =
            pattern("\\b(?:is|are|was|were|has|have|had|does|do|did|can|will|would|we|it|they|use|uses|sell|sells"
                    + "|make|makes|offer|offers)\\b|n't\\b");

    /** A clause with more words besides its names has a verb, known or not. */
    private static final int LOOSE_WORDS_MAX = 5;

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}<])\\p{L}+(?!>)");

    private static final Pattern DENIAL =
            pattern("\\b(?:no|not|none|nobody|never|non|former|other than|besides)\\b|n't\\b");

    private static final Pattern EXCEPTION =
            pattern("^\\(?(?:but|except|excepting|apart from|other than|besides|excluding|not including)\\b");

    private static final Pattern CONTRAST =
            pattern("^\\(?(?:unlike|not|and not|nor|as opposed to|rather than|instead of)\\b");

    private static final Pattern LABEL = Pattern.compile("^\\p{L}[\\p{L} ]+:\\s");

    private Cues() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /** Tells whether {@code clause} has no verb: it goes on with the clause before, as in "our rivals – A and B – are". */
    static boolean verbless(Template clause) {
        long words = WORD.matcher(clause.text()).results().count();
        return words <= LOOSE_WORDS_MAX && !VERB.matcher(clause.text()).find();
    }

    /** Tells whether {@code text} denies something. */
    static boolean denies(String text) {
        return DENIAL.matcher(text).find();
    }

    /** Tells whether {@code clause} takes something out of what the clause before said of all. */
    static boolean excepts(String clause) {
        return EXCEPTION.matcher(clause).find();
    }

    /** Tells whether {@code clause} sets someone against those of the clause before. */
    static boolean contrasts(String clause) {
        return CONTRAST.matcher(clause).find();
    }

    /** Tells whether {@code clause} begins anew with a label: "Partners: A and B". */
    static boolean labels(String clause) {
        return LABEL.matcher(clause).find();
    }
}
