package dev.orrery.model;

import java.util.List;
import java.util.Optional;

/**
 * What a model replied.
 *
 * @param text the reply's text, empty when it only called tools; not checked against the schema asked for
 * @param calls the tool calls, in the model's order; those written into the text are here as well
 * @param stop why the reply ended
 * @param usage what it used; empty when the server said nothing, or something that cannot be true
 */
public record Completion(String text, List<Call> calls, Stop stop, Optional<Usage> usage) {
    public Completion {
        calls = List.copyOf(calls);
    }
}
