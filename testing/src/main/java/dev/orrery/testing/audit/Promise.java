package dev.orrery.testing.audit;

/** What a run is held to. */
public enum Promise {
    /** What was acknowledged is in the journal, as it was. */
    NOTHING_ACKNOWLEDGED_IS_LOST,
    /** An effect is requested once and answered once; a step completes once. */
    RESULTS_COMMIT_ONCE,
    /** A call that cannot be repeated happens once at the most, and only after its start is durable. */
    CAREFUL_CALLS_HAPPEN_ONCE,
    /** A call of which nobody knows whether it happened is put to a human, and settled by nobody else. */
    UNKNOWN_OUTCOMES_ARE_SURFACED,
    /** Whatever the attempt, the same call carries the same key. */
    KEYS_ARE_STABLE,
    /** What is wanted is durable before it is done. */
    WANTED_BEFORE_DONE,
    /** No more is spent and reserved than there is, and what was not answered is charged in full. */
    BUDGETS_HOLD,
    /** A timer fires once, never early, and is not forgotten. */
    TIMERS_FIRE_ONCE,
    /** A reviewed step completes by a passing verdict on its current attempt alone. */
    REVIEWS_DECIDE,
    /** Attempts, replans, retries, repetitions and work at once stay within their bounds. */
    LOOPS_ARE_BOUNDED,
    /** Nothing irreversible happens without leave for exactly that, given in time and used once. */
    LEAVE_IS_NEEDED,
    /** What a human said and was thanked for stands in the journal, once. */
    HUMANS_ARE_HEARD,
    /** A stream has no gap, its time never runs backwards, it begins once and ends once. */
    STREAMS_ARE_WHOLE,
    /** A run ends, or waits for a human. */
    RUNS_COME_TO_AN_END,
    /** The state that is worked with is the one that the events give. */
    REPLAY_IS_EQUAL,
    /** The engine breaks for no reason but a journal that cannot be written. */
    THE_ENGINE_STANDS
}
