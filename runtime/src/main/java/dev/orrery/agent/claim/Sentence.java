package dev.orrery.agent.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One sentence of a claim or of the lines that it cites. Immutable.
 *
 * @param text as it is written
 * @param tokens its words in order
 * @param stems the stems of its words that carry content
 * @param quantities its numbers in order
 * @param denials what it denies, in order
 */
record Sentence(String text, List<Token> tokens, Set<String> stems, List<Quantity> quantities, List<Denial> denials) {
    /** Where a sentence ends; a full stop behind an abbreviation or a single letter ends none. */
    private static final Pattern END = Pattern.compile(
            "(?<=[.!?][\"”)]?)(?<!\\b(?:e\\.g|i\\.e|etc|vs|cf|approx|incl|no|p|St|Dr|Mr|Mrs|\\p{Lu})\\.)\\s+(?=[\"“(\\[]?[\\p{Lu}\\p{N}])"
                    + "|(?<=[。！？])|\\n\\s*\\n");

    /** A line shorter than this that the next one does not go on from is a heading or an item. */
    private static final int ITEM_MAX = 60;

    /** The share of their words that two sentences have in common when one rewords the other. */
    private static final double ALIKE_MIN = 0.65;

    /** What is longer is no sentence, and is cut into pieces so that the rules stay quick. */
    private static final int TOKENS_MAX = 300;

    private static final Pattern BULLET = Pattern.compile("(?:[-*•+|#>]|\\d{1,2}[.)])\\s.*");

    Sentence {
        tokens = List.copyOf(tokens);
        stems = Set.copyOf(stems);
        quantities = List.copyOf(quantities);
        denials = List.copyOf(denials);
    }

    private static Sentence of(String text, List<Token> tokens) {
        var stems = new LinkedHashSet<String>();
        for (Token t : tokens) {
            if (t.content()) stems.add(t.stem());
        }
        return new Sentence(text, tokens, stems, Quantities.of(tokens), Denial.in(tokens));
    }

    /** Returns the sentences of {@code text}, which is plain; those without a word are left out. */
    static List<Sentence> all(String text) {
        var sentences = new ArrayList<Sentence>();
        for (String part : END.split(text, -1)) {
            List<Token> tokens = Tokens.of(part.strip());
            for (int i = 0; i < tokens.size(); i += TOKENS_MAX) {
                sentences.add(of(part.strip(), tokens.subList(i, Math.min(tokens.size(), i + TOKENS_MAX))));
            }
        }
        return List.copyOf(sentences);
    }

    /** Joins lines into running text: a line that goes on in the next is one with it. */
    static String joined(List<String> lines) {
        var text = new StringBuilder();
        String before = "";
        for (String line :
                lines.stream().flatMap(String::lines).map(String::strip).toList()) {
            if (line.isEmpty()) continue;
            if (!text.isEmpty()) text.append(apart(before, line) ? "\n\n" : " ");
            text.append(line);
            before = line;
        }
        return text.toString();
    }

    private static boolean apart(String before, String line) {
        if (before.matches("(?s).*[.!?:;|][\"”)]?") || BULLET.matcher(line).matches()) return true;
        return before.length() < ITEM_MAX && Character.isUpperCase(line.codePointAt(0));
    }

    /** Tells whether the two say the same thing in nearly the same words. */
    boolean nearly(Sentence other) {
        int shared = shared(other);
        return shared >= ALIKE_MIN * stems.size() && shared >= ALIKE_MIN * other.stems.size();
    }

    /** Returns its words in lower case. */
    List<String> words() {
        return tokens.stream().map(Token::lower).toList();
    }

    /** Counts the words of this sentence, parts of compounds left out, that are among {@code words}. */
    long count(Set<String> words) {
        return tokens.stream()
                .filter(t -> !t.inner() && words.contains(t.lower()))
                .count();
    }

    /** Tells how many of its words, those that carry no content included, {@code other} has too. */
    int alike(Sentence other) {
        List<String> theirs = other.words();
        return (int) words().stream().distinct().filter(theirs::contains).count();
    }

    /** Tells how many of the stems of {@code other} this sentence has. */
    int shared(Sentence other) {
        int shared = 0;
        for (String stem : other.stems) {
            if (stems.contains(stem)) shared++;
        }
        return shared;
    }
}
