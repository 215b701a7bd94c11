package dev.orrery.agent.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the cited lines restrict by only, unless or except stays restricted; what they do not is not restricted. */
final class RestrictionRule implements Rule {
    private static final Set<String> EXCEPTIONS = WordList.words("exceptions");
    private static final Set<String> ONLY = Set.of(
            "only",
            "solely",
            "exclusively",
            "just",
            "alone",
            "sole",
            "limited",
            "restricted",
            "reserved",
            "must",
            "requires",
            "required",
            "single",
            "other",
            "otherwise",
            "apart");
    /** Those of them that say the same as only wherever they stand. */
    private static final Set<String> NARROW = Set.of(
            "only",
            "solely",
            "exclusively",
            "just",
            "alone",
            "sole",
            "limited",
            "restricted",
            "reserved",
            "unless",
            "except");

    private static final Set<String> IF = Set.of("if", "when", "where", "once", "provided", "unless");

    /** A part of a sentence with fewer words in common speaks of something else. */
    private static final int SHARED_MIN = 2;

    private static final int SCOPE_MAX = 3;

    @Override
    public void check(Sentence claim, Cited cited, Consumer<String> faults) {
        List<Sentence> about = cited.about(claim);
        if (about.isEmpty()) return;
        boolean restricts = restricts(claim);
        if (!restricts) dropped(claim, about.getFirst(), faults);
        boolean only = claim.tokens().stream().anyMatch(t -> t.lower().equals("only") && !t.inner());
        if (only && notOnly(claim)) only = false;
        boolean known = about.getFirst().nearly(claim)
                ? about.getFirst().count(NARROW) >= claim.count(NARROW)
                        || about.getFirst().denials().size() > claim.denials().size()
                : about.stream().anyMatch(RestrictionRule::restricts);
        if (only && !known) {
            faults.accept("the claim says “only”, which the cited lines do not say");
        }
        if (has(claim, EXCEPTIONS) && about.stream().noneMatch(s -> restricts(s) || has(s, Set.of("if", "when")))) {
            faults.accept("the claim makes an exception that the cited lines do not make");
        }
    }

    private static void dropped(Sentence claim, Sentence source, Consumer<String> faults) {
        List<Token> tokens = source.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token cue = tokens.get(i);
            if (cue.inner()) continue;
            boolean exception = EXCEPTIONS.contains(cue.lower());
            boolean only = cue.lower().equals("only")
                    && !(i > 0 && tokens.get(i - 1).lower().equals("not"));
            if (!exception && !only) continue;
            if (exception && shared(claim, other(tokens, i)) >= SHARED_MIN && !has(claim, IF)) {
                faults.accept("the claim leaves out what “" + cue.text() + "” takes out in the cited lines");
                return;
            }
            Set<String> scope = scope(tokens, i);
            if (only
                    && !scope.isEmpty()
                    && shared(claim, scope) == 0
                    && shared(claim, clause(tokens, i)) >= SHARED_MIN) {
                faults.accept("the claim leaves out what the cited lines say “only” of");
                return;
            }
        }
    }

    private static boolean restricts(Sentence sentence) {
        return !sentence.denials().isEmpty() || has(sentence, ONLY) || has(sentence, EXCEPTIONS);
    }

    private static boolean notOnly(Sentence claim) {
        List<Token> tokens = claim.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).lower().equals("only")
                    && tokens.get(i - 1).lower().equals("not")) return true;
        }
        return false;
    }

    private static boolean has(Sentence sentence, Set<String> words) {
        return sentence.tokens().stream().anyMatch(t -> !t.inner() && words.contains(t.lower()));
    }

    private static long shared(Sentence claim, Set<String> stems) {
        return stems.stream().filter(claim.stems()::contains).count();
    }

    /** The sentence without what follows the exception up to the next comma. */
    private static Set<String> other(List<Token> tokens, int cue) {
        var stems = new HashSet<String>();
        boolean outside = true;
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            if (i == cue) outside = false;
            else if (t.breaks() && i > cue) outside = true;
            if (outside && t.content()) stems.add(t.stem());
        }
        return stems;
    }

    private static Set<String> scope(List<Token> tokens, int cue) {
        var stems = new HashSet<String>();
        for (int i = cue + 1;
                i < tokens.size() && stems.size() < SCOPE_MAX && !tokens.get(i).breaks();
                i++) {
            if (tokens.get(i).content()) stems.add(tokens.get(i).stem());
        }
        return stems;
    }

    private static Set<String> clause(List<Token> tokens, int cue) {
        var clause = new ArrayList<Token>();
        int from = cue;
        while (from > 0 && !tokens.get(from).breaks()) from--;
        for (int i = from; i < tokens.size() && (i <= cue || !tokens.get(i).breaks()); i++) clause.add(tokens.get(i));
        var stems = new HashSet<String>();
        for (Token t : clause) if (t.content()) stems.add(t.stem());
        return stems;
    }
}
