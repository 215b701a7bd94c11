package dev.orrery.agent.claim;

import java.util.function.Consumer;

/** One thing that a sentence of a claim must have in common with the lines it cites. Stateless. */
interface Rule {
    /** Hands to {@code faults} what {@code claim}, one sentence, has against the cited lines. */
    void check(Sentence claim, Cited cited, Consumer<String> faults);
}
