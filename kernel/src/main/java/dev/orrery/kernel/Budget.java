package dev.orrery.kernel;

import dev.orrery.message.Json;

/**
 * What a run may spend in all. It is escrow: reserved before a call, settled after it, so that it is never exceeded.
 *
 * @param cap the most that may be spent
 * @param timeMillis the most wall time from the run's start, waits for humans included
 */
public record Budget(Amount cap, long timeMillis) {
    /** What holds when the user says nothing. */
    public static final Budget DEFAULT = new Budget(new Amount(20_000_000, 5_000_000, 2_000), 365L * 86_400_000);

    public Budget {
        if (cap.tokens() < 0 || cap.costMicros() < 0 || cap.turns() < 1 || timeMillis < 1) {
            throw new IllegalArgumentException("a budget has at least one turn and one millisecond");
        }
    }

    /** Returns the stable form. */
    public Json.Obj toJson() {
        return cap.toJson().with("timeMillis", timeMillis);
    }

    /** Reads what {@link #toJson} wrote. */
    public static Budget of(Json json) {
        return new Budget(Amount.of(json), json.number("timeMillis", DEFAULT.timeMillis));
    }
}
