package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.Nouns;
import dev.orrery.agent.extractive.language.Phrases;
import dev.orrery.agent.extractive.language.Tokens;
import dev.orrery.agent.extractive.quality.Mark;
import dev.orrery.agent.extractive.quality.Quality;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a statement must not have that nobody asked for. Where somebody waits for an answer, a poor one is better than none;
 * where nobody does, none is better than what a strict reader refuses: advice, praise, a half of an argument, a comparison
 * within the product, a word on the documentation. The rules come from what strict readers refused in 120 statements on 21
 * products of seven fields.
 */
public final class Unasked {
    private static final Phrases EVALUATIONS = Phrases.read(Unasked.class, "evaluations");
    private static final Phrases DOCUMENTATION = Phrases.read(Unasked.class, "documentation");
    private static final int OPENING_WORDS = 5;

    private static final Set<Mark> REFUSED = EnumSet.of(
            Mark.ADVICE,
            Mark.INSTRUCTION,
            Mark.RUN_ON,
            Mark.CONDITIONAL,
            Mark.PURPOSE,
            Mark.SIDE_DOCUMENT,
            Mark.VACUOUS,
            Mark.TAUTOLOGY,
            Mark.STRANGE_DEFINITES,
            Mark.UNRESOLVED);

    /** "Not as secure as", "simpler than": of what is compared the reader knows one side. */
    private static final Pattern COMPARES = Pattern.compile(
            "(?i)\\bas \\w+ as\\b(?! (?:\\d|possible))|\\b(?:\\p{L}+er|more \\p{L}+|less \\p{L}+) than\\b(?! \\d)");

    /** "By enabling it you can …", "When it looks up …": what matters comes afterwards, or in the next sentence. */
    private static final Pattern LEADS_ON = Pattern.compile(
            "(?i)^(?:by \\p{L}+ing|when|if|since|while|although|because|once|unlike|in \\p{L}+,? (?:add|create|click|open|go|select|set|configure|use|enter))\\b");

    /** What somebody intends, what something is called, and a last word that stands for what was said before. */
    private static final Pattern NO_FACT = Pattern.compile(
            "(?i)\\b(?:aims?|intends?|strives?|hopes?) to\\b|\\b(?:is|are) (?:also )?called\\b|\\b(?:sometimes|special)\\b|\\bthese \\p{L}+\\.$");

    /** What holds for the machine of somebody who follows a tutorial. */
    private static final Pattern ONE_OCCASION = Pattern.compile(
            "(?i)\\blocalhost\\b|\\byour (?:machine|computer|browser)\\b|\\bin this (?:case|example)\\b");

    /** Pages for those who work on the subject itself. */
    private static final Pattern MAKERS =
            Pattern.compile("(?i)(?:^|[/_-])(?:contribut\\w*|develop(?:ment|ing)|testing)(?:[/_.-]|$)");

    private static final Pattern AMOUNT = Pattern.compile("(?<![\\p{L}\\d.])\\d+(?![.\\d])");
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\p{N},;:)(/] ?)\\p{Lu}[\\p{L}\\p{N}]+");

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[-_/]");

    private Unasked() {}

    /** Tells whether {@code text} has every word of the topic itself: "performed" says nothing about performance. */
    public static boolean says(Collection<String> topic, String text) {
        List<String> said = Tokens.of(HUMP.matcher(text).replaceAll(" ")).stream()
                .map(Nouns::singular)
                .toList();
        return topic.stream().map(Nouns::singular).allMatch(said::contains);
    }

    /** Tells whether {@code passage} on a subject with these {@code names} may be quoted though nobody asked for it. */
    public static boolean worthwhile(Passage passage, Quality quality, List<String> names) {
        String text = passage.text();
        if (quality.marks().stream().anyMatch(REFUSED::contains)) return false;
        if (NO_FACT.matcher(text).find()
                || ONE_OCCASION.matcher(text).find()
                || COMPARES.matcher(text).find()
                || LEADS_ON.matcher(text).find()) return false;
        List<String> tokens = Tokens.of(text);
        if (MAKERS.matcher(passage.path()).find()) return false;
        if (DOCUMENTATION.in(tokens.subList(0, Math.min(OPENING_WORDS, tokens.size())))) return false;
        boolean values = EVALUATIONS.in(tokens) || quality.has(Mark.PRAISE) || quality.has(Mark.VAGUE);
        return !values || concrete(text, names);
    }

    /** Tells whether {@code text} has an amount, or the name of something else than its subject. */
    private static boolean concrete(String text, List<String> names) {
        String rest = text;
        for (String name : names) rest = rest.replaceAll("(?i)" + Pattern.quote(name), "it");
        return AMOUNT.matcher(rest).find() || NAME.matcher(rest).find();
    }
}
