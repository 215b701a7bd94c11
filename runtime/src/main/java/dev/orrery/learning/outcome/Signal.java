package dev.orrery.learning.outcome;

import dev.orrery.message.Json;

/**
 * What a human said of the outcome.
 *
 * @param seq the event that says so
 * @param body as it was recorded; its {@code kind} tells which signal it is
 */
public record Signal(long seq, Json body) {
    /** Returns which signal it is: {@code rating}, {@code approve}, {@code reject} or {@code edited}. */
    public String kind() {
        return body.text("kind");
    }
}
