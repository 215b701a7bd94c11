package dev.orrery.agent.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the cited lines deny the claim does not assert, and the other way round. Only the sentences that speak of the
 * claim are compared, and only words that both have. A word such as {@code lacks} or {@code disabled} beside the same
 * word says what a denial says.
 */
final class NegationRule implements Rule {
    private static final Set<String> HALF = WordList.stems("half-negations");

    /** How near to a word another must stand to deny it, in words. */
    private static final int REACH = 4;

    private static final List<String> PREFIXES = List.of("un", "non", "in", "im", "dis", "ir");

    @Override
    public void check(Sentence claim, Cited cited, Consumer<String> faults) {
        List<Sentence> about = cited.about(claim);
        if (about.isEmpty()) return;
        Set<String> affirmed = new HashSet<>();
        for (Sentence s : about) affirmed.addAll(Denial.affirmed(s));
        if (counted(claim, about.getFirst(), faults)) return;
        for (Sentence source : about) dropped(claim, source, affirmed, faults);
        added(claim, about, affirmed, faults);
    }

    /** In a sentence that is reworded, as much is denied as in its source, or else another word says so. */
    private static boolean counted(Sentence claim, Sentence source, Consumer<String> faults) {
        if (!claim.nearly(source)) return false;
        List<Denial> here = claim.denials();
        List<Denial> there = source.denials();
        if (here.size() == there.size()) return false;
        boolean dropped = here.size() < there.size();
        Sentence fewer = dropped ? claim : source;
        Sentence other = dropped ? source : claim;
        boolean said = fewer.tokens().stream()
                .anyMatch(t -> !stands(t, other)
                        && (HALF.contains(t.stem())
                                || prefixed(t, other.stems())
                                || !Collections.disjoint(Opposites.of(t.stem()), other.stems())));
        if (said) return false;
        List<Denial> more = dropped ? there : here;
        if (more.stream().anyMatch(d -> Opposites.denied(d, List.of(fewer)))) return false;
        faults.accept(
                dropped
                        ? "the cited lines say “" + more.getLast().word() + "” once more than the claim"
                        : "the claim says “" + more.getLast().word() + "” once more than the cited lines");
        return true;
    }

    private static boolean stands(Token token, Sentence sentence) {
        return sentence.tokens().stream().anyMatch(t -> t.stem().equals(token.stem()));
    }

    private static void dropped(Sentence claim, Sentence source, Set<String> affirmed, Consumer<String> faults) {
        for (Denial denial : source.denials()) {
            List<String> shared =
                    denial.scope().stream().filter(claim.stems()::contains).toList();
            boolean same = shared.contains(
                            denial.scope().isEmpty() ? "" : denial.scope().getFirst())
                    || shared.size() * 2 > denial.scope().size();
            if (!same) continue;
            List<String> only = without(shared, affirmed);
            if (only.isEmpty() || turned(claim, only, source)) continue;
            faults.accept("the cited lines say “" + denial.word() + "” of " + quoted(only, source)
                    + ", and the claim leaves it out");
            return;
        }
    }

    private static void added(Sentence claim, List<Sentence> about, Set<String> affirmed, Consumer<String> faults) {
        for (Denial denial : claim.denials()) {
            List<String> shared = denial.scope().stream()
                    .filter(stem -> about.stream().anyMatch(s -> s.stems().contains(stem)))
                    .toList();
            List<String> only = without(shared, affirmed);
            List<String> looked = only.isEmpty() ? shared : only;
            boolean held = about.stream().anyMatch(s -> looked.isEmpty() ? denies(s) : turned(s, looked, claim))
                    || Opposites.denied(denial, about);
            if (held) continue;
            faults.accept("the claim says “" + denial.word() + "”, which the cited lines do not say");
            return;
        }
    }

    private static List<String> without(List<String> stems, Set<String> affirmed) {
        return stems.stream().filter(s -> !affirmed.contains(s)).toList();
    }

    private static boolean denies(Sentence sentence) {
        return !sentence.denials().isEmpty()
                || sentence.stems().stream().anyMatch(HALF::contains)
                || sentence.tokens().stream().anyMatch(t -> HALF.contains(t.stem()))
                || sentence.tokens().stream().anyMatch(t -> t.lower().startsWith("un"));
    }

    /** Tells whether one of {@code stems} is denied in {@code sentence}, in whatever way. */
    private static boolean turned(Sentence sentence, List<String> stems, Sentence other) {
        if (!Collections.disjoint(Denial.denied(sentence), stems)) return true;
        List<Token> tokens = sentence.tokens();
        var cues = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            // A word that both have says nothing of what only one of them denies.
            if (HALF.contains(t.stem()) && !stands(t, other)) cues.add(i);
            if (prefixed(t, stems)) return true;
        }
        for (int cue : cues) {
            for (int i = Math.max(0, cue - REACH); i < tokens.size() && i <= cue + REACH; i++) {
                if (stems.contains(tokens.get(i).stem())) return true;
            }
        }
        return false;
    }

    private static boolean prefixed(Token token, Collection<String> stems) {
        for (String prefix : PREFIXES) {
            if (token.lower().startsWith(prefix)
                    && stems.contains(Stem.of(token.lower().substring(prefix.length())))) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(List<String> stems, Sentence source) {
        return source.tokens().stream()
                .filter(t -> stems.contains(t.stem()))
                .map(t -> "“" + t.text() + "”")
                .findFirst()
                .orElse("this");
    }
}
