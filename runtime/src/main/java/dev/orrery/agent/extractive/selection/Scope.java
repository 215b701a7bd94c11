package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.Phrases;
import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.language.Tokens;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Of whom a sentence is true: of the subject, of everybody in its field, or of the topic's very word. */
enum Scope {
    /** Says something of the subject that another subject's documents would not say. */
    PARTICULAR(0),
    /** Would be as true in the documents of any other subject. */
    GENERAL(-0.5),
    /** Explains the topic's word: "Replication is a way to …". */
    EXPLANATION(-0.8);

    /** What a sentence speaks of, up to a verb that explains it. */
    private static final Pattern EXPLAINS = Pattern.compile(
            "^(?:typically, |in general, |generally, )?((?:[^ ,]+ ){1,6}?)(?:\\([^)]*\\) )?(?:, [^,]{3,60}, )?"
                    + "(?:(?:is|are) (?:an?|the|one|also|used|useful|typically|usually|often|needed|important|about|when|where"
                    + "|how|responsible|essential|key)|refers? to|means?|works? by|occurs?|happens?|describes?|allows?|helps?) ",
            Pattern.CASE_INSENSITIVE);

    private static final Phrases GENERALLY = Phrases.of(
            List.of("^ generally|typically|usually|often|commonly|traditionally", "^ in general|practice|theory"));

    private final double weight;

    Scope(double weight) {
        this.weight = weight;
    }

    /** Returns what it adds to a candidate's score. */
    double weight() {
        return weight;
    }

    /** Finds the scope of {@code passage} for the topic of {@code terms} and a subject called {@code names}. */
    static Scope of(Passage passage, Terms terms, List<String> names) {
        if (names.isEmpty()) return PARTICULAR;
        if (explains(passage.text(), terms) && !Particulars.named(passage.text(), names)) return EXPLANATION;
        boolean loose = GENERALLY.in(Tokens.of(passage.text())) && !Particulars.named(passage.text(), names);
        if (loose) return GENERAL;
        Set<String> stems = terms.all().stream().map(Terms.Term::stem).collect(Collectors.toSet());
        return Particulars.in(passage, names, stems) ? PARTICULAR : GENERAL;
    }

    /** Tells whether the sentence begins with the topic's word alone, and goes on to say what that means. */
    private static boolean explains(String text, Terms terms) {
        Matcher matcher = EXPLAINS.matcher(text + " ");
        if (!matcher.find()) return false;
        String opening = matcher.group();
        List<String> subject = Tokens.of(matcher.group(1)).stream()
                .filter(w -> !Set.of("a", "an", "the").contains(w))
                .map(Stems::of)
                .toList();
        boolean telling = Tokens.of(opening).stream()
                .map(Stems::of)
                .anyMatch(s -> terms.rarest().in(List.of(s)));
        // Two words besides the topic's own make it a kind of its own: "exclusive queues".
        long others = subject.stream()
                .filter(s -> terms.all().stream().noneMatch(t -> t.in(List.of(s))))
                .count();
        return telling && (others <= 1 || opening.contains("("));
    }
}
