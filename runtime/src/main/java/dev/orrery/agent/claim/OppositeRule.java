package dev.orrery.agent.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The claim does not put a word's opposite in its place: more for fewer, before for after, allow for forbid. */
final class OppositeRule implements Rule {
    private static final String TURNED = "the claim says “%s” where the cited lines say the opposite, “%s”";

    @Override
    public void check(Sentence claim, Cited cited, Consumer<String> faults) {
        List<Sentence> about = cited.about(claim);
        if (about.isEmpty()) return;
        Set<String> there = new HashSet<>();
        Set<String> denied = new HashSet<>();
        for (Sentence s : about) {
            for (Token t : s.tokens()) if (!t.inner()) there.add(t.stem());
            denied.addAll(Denial.denied(s));
        }
        Set<String> here = new HashSet<>();
        for (Token t : claim.tokens()) here.add(t.stem());
        Set<String> deniedHere = Denial.denied(claim);
        for (Token token : claim.tokens()) {
            if (token.inner()) continue;
            if (exchanged(token, claim, about.getFirst(), faults)) return;
            if (there.contains(token.stem())) continue;
            for (String opposite : Opposites.of(token.stem())) {
                boolean turned = there.contains(opposite)
                        && !here.contains(opposite)
                        && !there.stream().anyMatch(s -> alike(s, opposite, token.stem()))
                        && deniedHere.contains(token.stem()) == denied.contains(opposite);
                if (turned) {
                    faults.accept(TURNED.formatted(token.text(), written(about, Set.of(opposite))));
                    return;
                }
            }
        }
    }

    /** In a sentence that is reworded, tells whether one word has given way to its opposite. */
    private static boolean exchanged(Token token, Sentence claim, Sentence source, Consumer<String> faults) {
        Set<String> opposites = Opposites.of(token.stem());
        if (opposites.isEmpty() || !source.nearly(claim)) return false;
        Set<String> same = Set.of(token.stem());
        boolean exchanged = count(claim, same) > count(source, same)
                && count(claim, opposites) < count(source, opposites)
                && claim.denials().size() == source.denials().size();
        if (exchanged) faults.accept(TURNED.formatted(token.text(), written(List.of(source), opposites)));
        return exchanged;
    }

    private static long count(Sentence sentence, Set<String> stems) {
        return sentence.tokens().stream()
                .filter(t -> !t.inner() && stems.contains(t.stem()))
                .count();
    }

    /** Tells whether {@code stem}, which stands in the cited lines, says what the claim's word says. */
    private static boolean alike(String stem, String opposite, String word) {
        return !stem.equals(word) && Opposites.of(opposite).contains(stem);
    }

    private static String written(List<Sentence> about, Set<String> stems) {
        return about.stream()
                .flatMap(s -> s.tokens().stream())
                .filter(t -> stems.contains(t.stem()))
                .map(Token::text)
                .findFirst()
                .orElse("");
    }
}
