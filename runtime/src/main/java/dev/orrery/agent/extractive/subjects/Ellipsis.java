package dev.orrery.agent.extractive.subjects;

import java.util.regex.Pattern;

/**
 * Puts back the relation that a sentence leaves out because the one before has said it: "So is Eleventy", "JBake isn't
 * one", "The same goes for Tarnwick".
 */
final class Ellipsis {
    private static final String NAMES = "((?:<\\d+>(?:\\s*,\\s*|\\s+and\\s+|\\s+or\\s+)?)+)";

    private static final Pattern SO_IS = pattern("^so (?:is|are|does|do|has|have)\\s+" + NAMES);
    private static final Pattern NEITHER_IS = pattern("\\b(?:nor|neither) (?:is|are|does|do)\\s+" + NAMES);
    private static final Pattern SAME = pattern(
            "^(?:and )?(?:the same|this|that|likewise) (?:goes|is true|holds|applies|can be said|is the case)?\\s*(?:for|of|with|to)\\s+"
                    + NAMES);

    /** "Is one", "are not", "is another", "too". */
    private static final Pattern ONE = pattern(
            "\\b(is|are|was|isn't|aren't|wasn't|not|remains)\\s+(?:(?:also|now|really|quite|certainly)\\s+)?(?:one(?: of them| of these)?|another(?: one)?|among them|too|as well|either|a (?:second|third|fourth)(?: one)?|the (?:second|third|other))(?=\\W|$)");

    /** "MariaDB comes second". */
    private static final Pattern SECOND = pattern("\\bcomes? (?:second|third|fourth|next|last|close behind)\\b");

    /** "The main ones are A and B", "those are A and B". */
    private static final Pattern ONES = pattern(
            "^(?:the (?:[\\p{L}-]+ ){0,3}?(?:ones?|names?|two|three|four)|those|these|they|here they)\\b[^<>;]{0,30}?\\b(?:are|is|include|being)\\s+(?=<)");

    /** "Acme and Globex do." */
    private static final Pattern BARE_DO = pattern("(<\\d+>\\s+(?:do|does|are|is))(?=\\s*(?:[,.;]|$))");

    /** "None has better service than Globex". */
    private static final Pattern NONE = pattern("\\b(?:none|no other)\\b(?=[^<>;]*\\b(?:than|as|like)\\s+<)");

    private static final Pattern BARE_NOT =
            pattern("(<\\d+>\\s+(?:is|are|was|were|does|do)(?:n't| not))(?=\\s*(?:[,.:;]|$))");

    private Ellipsis() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /** Returns {@code template} with the relation where it was left out, given that the text before spoke of it. */
    static Template filled(Template template) {
        if (template.related() || template.mentions().isEmpty()) return template;
        String text = template.text();
        text = SO_IS.matcher(text).replaceAll("$1 is <R> ");
        text = NEITHER_IS.matcher(text).replaceAll("$1 is not <R> ");
        text = SAME.matcher(text).replaceAll("<R> include $1");
        text = ONE.matcher(text).replaceAll("$1 <R>");
        text = NONE.matcher(text).replaceAll("no <R>");
        text = SECOND.matcher(text).replaceAll("is <R>");
        text = ONES.matcher(text).replaceFirst("<R> are ");
        text = BARE_DO.matcher(text).replaceAll("$1 <R>");
        text = BARE_NOT.matcher(text).replaceAll("$1 <R>");
        return new Template(text, template.mentions());
    }
}
