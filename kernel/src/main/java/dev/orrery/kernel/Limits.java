package dev.orrery.kernel;

/**
 * What one attempt of an agent may use up; each turn reserves its part before it is taken.
 *
 * @param turns turns per attempt, at least 1
 * @param tokens tokens of all turns of an attempt, windows and replies together, at least 1
 * @param costMicros cost of all turns of an attempt, in millionths of the price table's currency
 * @param timeMillis time per turn
 */
public record Limits(int turns, long tokens, long costMicros, long timeMillis) {
    /** What holds where a definition says nothing; the tokens are a tenth of a usual budget. */
    public static final Limits DEFAULT = new Limits(12, 2_000_000, 1_000_000, 120_000);

    public Limits {
        if (turns < 1 || tokens < 1 || costMicros < 0 || timeMillis < 1) {
            throw new IllegalArgumentException("limits are positive: turns " + turns + ", tokens " + tokens + ", cost "
                    + costMicros + ", time " + timeMillis);
        }
    }
}
