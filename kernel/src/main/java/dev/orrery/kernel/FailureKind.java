package dev.orrery.kernel;

import java.util.Locale;

/** Why an attempt failed. */
public enum FailureKind {
    /** The agent was broken or out of reach. Counts for its circuit breaker. */
    ERROR,
    /** The agent took longer than it may. Counts for its circuit breaker. */
    TIMEOUT,
    /** The reply did not fit its schema, after it was asked once more. */
    INVALID,
    /** The review did not pass it. */
    QA,
    /** The plan did not compile. */
    PLAN,
    /** The loop guard ended it. */
    LOOP,
    /** A limit of the agent's definition was reached. */
    LIMIT,
    /** A human wanted another attempt. */
    HUMAN,
    /** The run's budget has nothing left for it; a stand-in may still have room. */
    BUDGET;

    /** Returns the stable name. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the kind with this stable name. */
    public static FailureKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** Tells whether it speaks against the agent's health, as opposed to the quality of its work. */
    public boolean unhealthy() {
        return this == ERROR || this == TIMEOUT;
    }
}
