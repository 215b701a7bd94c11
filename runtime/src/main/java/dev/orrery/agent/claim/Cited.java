package dev.orrery.agent.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lines that a claim cites, made ready to be compared with. Immutable. */
final class Cited {
    /** A sentence with this share of the words of the best one counts as speaking of the claim too. */
    private static final double NEAR_BEST = 0.75;

    private final String lower;
    private final List<Sentence> sentences;
    private final List<Quantity> quantities;
    private final Set<String> stems = new HashSet<>();
    private final Set<List<String>> said = new HashSet<>();
    private final Set<String> joined = new HashSet<>();
    private final Set<String> known;

    private Cited(String text, Set<String> known) {
        this.lower = text.toLowerCase(Locale.ROOT);
        this.known = known;
        var different = new ArrayList<Sentence>();
        for (Sentence sentence : Sentence.all(text)) {
            if (!said.add(sentence.words())) continue;
            different.add(sentence);
            String before = "";
            for (Token t : sentence.tokens()) {
                stems.add(t.stem());
                // "time out" holds "timeout".
                if (!before.isEmpty()) joined.add(before + t.lower());
                before = t.lower();
            }
        }
        this.sentences = List.copyOf(different);
        this.quantities =
                sentences.stream().flatMap(s -> s.quantities().stream()).toList();
    }

    /** Makes the lines ready; {@code known} are the words, in lower case, that need not stand in them. */
    static Cited of(List<String> lines, Set<String> known) {
        return new Cited(Tokens.plain(Sentence.joined(lines)), known);
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** Returns the lines as running text in lower case. */
    String lower() {
        return lower;
    }

    /** Tells whether a word of this stem stands in the lines. */
    boolean hasStem(String stem) {
        return stems.contains(stem);
    }

    /** Tells whether this word or another of its stem stands in the lines. */
    boolean has(Token token) {
        return stems.contains(token.stem()) || joined.contains(token.lower());
    }

    /** Tells whether {@code token} belongs to a name that the claim may take from its surroundings. */
    boolean known(Token token) {
        return known.contains(token.lower());
    }

    /** Returns the numbers that stand in the lines. */
    List<Quantity> quantities() {
        return quantities;
    }

    /** Tells whether {@code claim} is one of the sentences, word by word. */
    boolean says(Sentence claim) {
        return said.contains(claim.words());
    }

    /** Returns the sentences that share most words with {@code claim}, best first; none when nothing is shared. */
    List<Sentence> about(Sentence claim) {
        int best = sentences.stream().mapToInt(s -> s.shared(claim)).max().orElse(0);
        if (best == 0) return List.of();
        var near = new ArrayList<Sentence>();
        for (Sentence s : sentences) {
            if (s.shared(claim) >= best * NEAR_BEST) near.add(s);
        }
        near.sort(Comparator.comparingInt((Sentence s) -> -s.shared(claim)).thenComparingInt(s -> -s.alike(claim)));
        return near;
    }
}
