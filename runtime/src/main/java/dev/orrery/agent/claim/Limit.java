package dev.orrery.agent.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A limit that a sentence sets by a number.
 *
 * @param side on which side of the number it lies
 * @param words as it is written
 * @param number the number
 */
record Limit(Side side, String words, Quantity number) {
    private static final Set<String> NEGATIONS = WordList.words("negations");

    /** How many words may stand between a phrase of several words and its number. */
    private static final int GAP_MAX = 1;

    /** How far before a phrase a denial turns it around. */
    private static final int DENIAL_REACH = 3;

    /** On which side of the number a limit lies. */
    enum Side {
        AT_LEAST,
        AT_MOST,
        MORE,
        LESS;

        Side turned() {
            return switch (this) {
                case AT_LEAST -> LESS;
                case AT_MOST -> MORE;
                case MORE -> AT_MOST;
                case LESS -> AT_LEAST;
            };
        }

        /** Tells whether a limit on this side follows from one on side {@code other} of the same number. */
        boolean followsFrom(Side other) {
            return this == other || this == AT_LEAST && other == MORE || this == AT_MOST && other == LESS;
        }
    }

    private record Phrase(Side side, boolean before, List<String> words) {}

    private static final List<Phrase> PHRASES = WordList.lines("limits").stream()
            .map(line -> List.of(line.split(" +", -1)))
            .map(words -> new Phrase(side(words.get(0)), words.get(1).equals("before"), words.subList(2, words.size())))
            .sorted(Comparator.comparingInt((Phrase p) -> -p.words().size()))
            .toList();

    private static Side side(String name) {
        return switch (name) {
            case "least" -> Side.AT_LEAST;
            case "most" -> Side.AT_MOST;
            case "more" -> Side.MORE;
            case "less" -> Side.LESS;
            default -> throw new IllegalStateException("the list of limits has no side " + name);
        };
    }

    /** Returns the limits that {@code sentence} sets. */
    static List<Limit> in(Sentence sentence) {
        var limits = new ArrayList<Limit>();
        List<Token> tokens = sentence.tokens();
        boolean[] taken = new boolean[tokens.size()];
        for (Phrase phrase : PHRASES) {
            for (int i = 0; i + phrase.words().size() <= tokens.size(); i++) {
                if (!taken[i] && stands(phrase, tokens, i)) {
                    Quantity number = beside(phrase, sentence, i);
                    if (number == null) continue;
                    Arrays.fill(taken, i, i + phrase.words().size(), true);
                    Side side = strict(phrase.side()) && denied(tokens, i)
                            ? phrase.side().turned()
                            : phrase.side();
                    limits.add(new Limit(side, String.join(" ", phrase.words()), number));
                }
            }
        }
        return limits;
    }

    private static boolean stands(Phrase phrase, List<Token> tokens, int at) {
        for (int k = 0; k < phrase.words().size(); k++) {
            if (!tokens.get(at + k).lower().equals(phrase.words().get(k))) return false;
            if (k > 0 && tokens.get(at + k).joint() == Token.Joint.OPENS) return false;
        }
        return true;
    }

    @org.jspecify.annotations.Nullable
    private static Quantity beside(Phrase phrase, Sentence sentence, int at) {
        for (Quantity number : sentence.quantities()) {
            int gap = phrase.before() ? number.at() - at - phrase.words().size() : at - number.end();
            if (gap >= 0 && gap <= (phrase.words().size() > 1 ? GAP_MAX : 0)) return number;
        }
        return null;
    }

    /** "Not more than 30" is a limit of its own; "cannot cancel within 30 days" denies something else. */
    private static boolean strict(Side side) {
        return side == Side.MORE || side == Side.LESS;
    }

    private static boolean denied(List<Token> tokens, int at) {
        for (int i = Math.max(0, at - DENIAL_REACH); i < at; i++) {
            if (NEGATIONS.contains(tokens.get(i).lower())) return true;
        }
        return false;
    }
}
