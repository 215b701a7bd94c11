package dev.orrery.agent.claim;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** At least half of the claim's words of four letters or more stand in the cited lines, by stem. */
final class WordRule implements Rule {
    private static final double SHARE_MIN = 0.5;

    /** The most words that a fault lists. */
    private static final int LISTED_MAX = 6;

    @Override
    public void check(Sentence claim, Cited cited, Consumer<String> faults) {
        List<Token> words = claim.tokens().stream()
                .filter(Token::counts)
                .filter(t -> !cited.known(t))
                .toList();
        // Words such as "with" and "that" stand everywhere: the half must hold without them, too.
        for (List<Token> counted :
                List.of(words, words.stream().filter(Token::content).toList())) {
            List<Token> missing = counted.stream().filter(t -> !cited.has(t)).toList();
            if (counted.size() - missing.size() < SHARE_MIN * counted.size()) {
                faults.accept("less than half of the claim's words stand in the cited lines; missing are "
                        + missing.stream()
                                .map(Token::text)
                                .distinct()
                                .limit(LISTED_MAX)
                                .collect(Collectors.joining(", ")));
                return;
            }
        }
    }
}
