package dev.orrery.agent.extractive.rules;

import java.util.regex.Pattern;

/** Tells whether a rule holds only under a condition, which its machine form could not say. */
final class Conditions {
    private static final Pattern CONDITION = Pattern.compile(
            "\\b(?:if|unless|except|whenever|only when|when (?:it|they|there|you|we)|where (?:possible|available|needed)"
                    + "|provided that|as long as)\\b",
            Pattern.CASE_INSENSITIVE);

    private Conditions() {}

    static boolean in(String sentence) {
        return CONDITION.matcher(sentence).find();
    }
}
