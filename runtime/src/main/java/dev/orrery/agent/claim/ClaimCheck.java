package dev.orrery.agent.claim;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether the lines that a claim cites hold it: its numbers, names, negations and limits, and at least half of its
 * words of four letters or more, by stem. Each sentence of the claim is looked at by itself.
 *
 * <p>It compares words and does not understand them: it finds what was added, dropped or turned around, and not every
 * statement that is wrong in the source's own words. The same question always has the same answer. Thread-safe; the word
 * lists are read once, with the first look.
 */
public final class ClaimCheck {
    /** The most faults that one look names. */
    public static final int FAULTS_MAX = 8;

    /** The longest claim that is looked at, in characters; a longer one is not held. */
    public static final int CLAIM_MAX = 20_000;

    /** The most cited text that is looked at, in characters; a claim that cites more is not held. */
    public static final int CITED_MAX = 200_000;

    /** Numbers of sources at the end of a claim, as reports have them: {@code [2]}. */
    private static final Pattern MARKS = Pattern.compile("(?:\\s*\\[\\d{1,3}(?:, ?\\d{1,3})*])+(?=\\s*[.!?]?\\s*$)");

    private static final List<Rule> RULES = List.of(
            new NumberRule(),
            new NameRule(),
            new WordRule(),
            new NegationRule(),
            new RestrictionRule(),
            new LimitRule(),
            new OrderRule(),
            new OppositeRule(),
            new ModeRule());

    private ClaimCheck() {}

    /** Looks whether {@code cited}, lines or passages of a source in order, hold {@code claim}. */
    public static Verdict look(String claim, List<String> cited) {
        return look(claim, cited, Set.of());
    }

    /**
     * Looks whether {@code cited}, lines or passages of a source in order, hold {@code claim}.
     *
     * @param known names of what is spoken of, such as the subject of a section: these need not stand in the lines
     */
    public static Verdict look(String claim, List<String> cited, Set<String> known) {
        if (claim.length() > CLAIM_MAX) return fault("the claim is longer than " + CLAIM_MAX + " characters");
        if (cited.stream().mapToLong(String::length).sum() > CITED_MAX) {
            return fault("the cited lines are longer than " + CITED_MAX + " characters");
        }
        List<Sentence> sentences =
                Sentence.all(Tokens.plain(MARKS.matcher(claim).replaceAll("")));
        if (sentences.isEmpty()) return fault("the claim says nothing");
        Cited lines = Cited.of(cited, words(known));
        if (lines.sentences().isEmpty()) return fault("the cited lines are empty");
        var faults = new LinkedHashSet<String>();
        var looked = new HashSet<List<String>>();
        for (Sentence sentence : sentences) {
            if (!looked.add(sentence.words())) continue;
            if (lines.says(sentence)) continue;
            for (Rule rule : RULES) {
                rule.check(sentence, lines, faults::add);
                if (faults.size() >= FAULTS_MAX)
                    return new Verdict.NotHeld(faults.stream().limit(FAULTS_MAX).toList());
            }
        }
        return faults.isEmpty() ? new Verdict.Held() : new Verdict.NotHeld(List.copyOf(faults));
    }

    private static Verdict fault(String what) {
        return new Verdict.NotHeld(List.of(what));
    }

    private static Set<String> words(Set<String> names) {
        var words = new HashSet<String>();
        for (String name : names) {
            for (Token token : Tokens.of(Tokens.plain(name))) words.add(token.lower());
        }
        return words;
    }
}
