package dev.orrery.agent.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A word that denies, and what it denies.
 *
 * @param cue the index of the word
 * @param word as it is written
 * @param scope the stems of what it denies, nearest first
 */
record Denial(int cue, String word, List<String> scope) {
    private static final Set<String> CUES = WordList.words("negations");
    private static final Set<String> ENDS = Set.of(
            "but",
            "however",
            "because",
            "since",
            "if",
            "when",
            "while",
            "whereas",
            "although",
            "though",
            "unless",
            "until",
            "except",
            "so",
            "before",
            "after",
            "without",
            "instead",
            "which",
            "that");

    /** Cues that deny a thing, not a sentence: a verb behind the thing is outside. */
    private static final Set<String> OF_THINGS = Set.of("no", "without", "none", "neither", "nobody", "nothing");

    private static final Set<String> VERBS = Set.of(
            "is", "are", "was", "were", "can", "could", "will", "would", "shall", "should", "may", "might", "must",
            "does", "do", "did", "has", "have", "had");

    /** Verbs that carry little: what is denied is their object. */
    private static final Set<String> LIGHT =
            Set.of("use", "provid", "offer", "take", "give", "come", "go", "need", "requir", "want");

    /** With a denial before these, nothing is denied: "not only", "no later than", "whether or not". */
    private static final Set<String> BOUNDS =
            Set.of("more", "less", "fewer", "later", "earlier", "longer", "shorter", "exceed", "greater", "larger");

    /** What may be denied of a thing that is named before: cancelling is not possible. */
    private static final Set<String> PREDICATES =
            Set.of("possibl", "abl", "allow", "permit", "necessary", "need", "requir", "avail", "case");

    private static final int SCOPE_MAX = 4;

    Denial {
        scope = List.copyOf(scope);
    }

    /** Returns the denials among {@code tokens}, the words of a sentence, in order. */
    static List<Denial> in(List<Token> tokens) {
        var denials = new ArrayList<Denial>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean cue = CUES.contains(token.lower())
                    && (!token.inner() || token.lower().equals("not"));
            if (cue && denies(tokens, i)) denials.add(new Denial(i, token.text(), scope(tokens, i)));
        }
        return denials;
    }

    private static boolean denies(List<Token> tokens, int i) {
        String next = lower(tokens, i + 1);
        if (Set.of("only", "just", "merely", "simply", "matter", "doubt").contains(next)) return false;
        boolean than = lower(tokens, i + 2).equals("than");
        boolean no = tokens.get(i).lower().equals("no") && !next.equals("longer");
        if (BOUNDS.contains(next) && (than || no || next.equals("exceed"))) return false;
        boolean orNot =
                lower(tokens, i - 1).equals("or") && tokens.get(i).lower().equals("not");
        return !orNot && !(next.isEmpty() && tokens.get(i).lower().equals("no") && i == 0);
    }

    private static List<String> scope(List<Token> tokens, int cue) {
        boolean thing = OF_THINGS.contains(tokens.get(cue).lower());
        var scope = new ArrayList<String>();
        for (int i = cue + 1; i < tokens.size() && scope.size() < SCOPE_MAX; i++) {
            Token t = tokens.get(i);
            if ((t.breaks() || ENDS.contains(t.lower()) && i > cue + 1) && !scope.isEmpty()) break;
            if (thing && !scope.isEmpty() && VERBS.contains(t.lower())) break;
            if (t.content()) scope.add(t.stem());
        }
        // "need not restart" and "no restart is needed" deny the restart.
        if (scope.size() > 1 && LIGHT.contains(scope.getFirst())) scope.add(scope.removeFirst());
        // "X is not" and "X is not possible" deny X.
        int wanted = scope.isEmpty() ? 1 : PREDICATES.contains(scope.getFirst()) ? 2 : 0;
        for (int i = cue - 1; wanted > 0 && i >= 0; i--) {
            if (!tokens.get(i).content()) continue;
            scope.add(tokens.get(i).stem());
            wanted--;
        }
        return scope;
    }

    private static String lower(List<Token> tokens, int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }

    /** Returns the stems that are denied in {@code sentence}. */
    static Set<String> denied(Sentence sentence) {
        var denied = new HashSet<String>();
        for (Denial denial : sentence.denials()) denied.addAll(denial.scope());
        return denied;
    }

    /** Returns the stems that stand in {@code sentence} outside all that is denied there. */
    static Set<String> affirmed(Sentence sentence) {
        var left = new ArrayList<String>();
        for (Token t : sentence.tokens()) {
            if (t.content()) left.add(t.stem());
        }
        for (Denial denial : sentence.denials()) {
            for (String stem : denial.scope()) left.remove(stem);
        }
        return new HashSet<>(left);
    }
}
