package dev.orrery.agent.extractive.subjects;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a sentence where something else, often the opposite, may be said. */
final class Clauses {
    /** Conjunctions of contrast; "not only" and "rather than us" are none. */
    private static final String CONTRAST =
            "(?:but(?! also)|while|whereas|although|though|unlike|however|yet|except(?:ing)?(?: for)?|apart from"
                    + "|other than|besides|as opposed to|and not|nor|not including|excluding|rather than(?! (?:us|ours?)\\b)|instead of(?! (?:us|ours?)\\b))";

    private static final Pattern CUT = Pattern.compile(
            "\\s*;\\s*|\\s*[–—]\\s*|\\s+--?\\s+|(?<!one|body|\\bnone|\\ball|else),?\\s+(?=" + CONTRAST
                    + "\\b)|,\\s+(?=not\\b(?! only| just| least))"
                    + "|\\s+\\(?(?=\\((?:but|not|unlike|except|excluding)\\b)|,\\s+and\\s+(?=(?:we|it|they|\\p{L}+ (?:is|are|was|has|does|isn't|aren't))\\b)"
                    + "|(?<!\\b(?:e\\.g|i\\.e|inc|ltd|co|vs|no|approx|dr|mr|ms|st)[.])(?<=[.!?])\\s+(?=\\S)"
                    + "|(?<=\\.)\\s+(?=(?-i:In|The|Our|We|It|This|At|On|They|Since|But|For|With|As|All|Both|When|While|After)\\b)"
                    // A remark with a verb says something of its own.
                    + "|\\s+(?=\\([^()]*\\b(?:is|was|are|were|has|have|does|do|will|used)\\b[^()]*\\))"
                    // "Rivals: A, B Friends: C" was two lines.
                    + "|(?<=:\\s[^:.]{2,80})\\s+(?=(?-i:\\p{Lu}\\p{Ll}+):\\s)",
            Pattern.CASE_INSENSITIVE);

    private Clauses() {}

    /** Returns the clauses of {@code sentence} in order, at least one. */
    static List<String> of(String sentence) {
        List<String> clauses = Arrays.stream(CUT.split(sentence, -1))
                .map(String::strip)
                .filter(c -> !c.isEmpty())
                .toList();
        return clauses.isEmpty() ? List.of(sentence) : clauses;
    }
}
