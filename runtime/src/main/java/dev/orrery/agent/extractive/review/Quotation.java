package dev.orrery.agent.extractive.review;

import dev.orrery.agent.extractive.language.Tokens;
import dev.orrery.agent.extractive.selection.Passage;
import dev.orrery.message.Json;
import java.util.Collections;
import java.util.List;

/** Compares a quotation with the place that it cites. */
final class Quotation {
    private Quotation() {}

    /** Tells whether the words of {@code text} stand in {@code cite} in this order and without a break. */
    static boolean isTrue(String text, Json cite, List<Passage> passages) {
        List<String> there = Tokens.of(String.join(
                " ",
                passages.stream()
                        .filter(p -> p.standsIn(cite))
                        .map(Passage::text)
                        .toList()));
        List<String> quoted = Tokens.of(text);
        return !quoted.isEmpty() && Collections.indexOfSubList(there, quoted) >= 0;
    }
}
