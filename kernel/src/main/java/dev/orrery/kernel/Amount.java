package dev.orrery.kernel;

import dev.orrery.message.Json;

/**
 * An amount of what a run pays with. Tokens count what agents read and write, native agents included (estimated at four
 * characters each); cost is in millionths of the price table's currency and zero for native agents.
 */
public record Amount(long tokens, long costMicros, long turns) {
    /** Nothing. */
    public static final Amount ZERO = new Amount(0, 0, 0);

    /** Returns the sum of two amounts that are not negative; it stops at the greatest number there is. */
    public Amount plus(Amount other) {
        return new Amount(sum(tokens, other.tokens), sum(costMicros, other.costMicros), sum(turns, other.turns));
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /** Returns this amount with nothing below zero: whoever reports usage cannot give budget back. */
    public Amount notNegative() {
        return new Amount(Math.max(0, tokens), Math.max(0, costMicros), Math.max(0, turns));
    }

    /** Returns the difference. */
    public Amount minus(Amount other) {
        return new Amount(tokens - other.tokens, costMicros - other.costMicros, turns - other.turns);
    }

    /** Returns the stable form. */
    public Json.Obj toJson() {
        return Json.object()
                .with("tokens", tokens)
                .with("costMicros", costMicros)
                .with("turns", turns);
    }

    /** Reads what {@link #toJson} wrote. */
    public static Amount of(Json json) {
        return new Amount(json.number("tokens", 0), json.number("costMicros", 0), json.number("turns", 0));
    }
}
