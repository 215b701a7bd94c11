package dev.orrery;

import java.time.Duration;

/**
 * Which runs may go: those that are over, have not changed for {@code olderThan}, and are not among the {@code keep} that
 * changed last.
 *
 * @param olderThan how long a run has been over, at least
 * @param keep how many of the runs that are over stay in any case
 */
public record PruneRequest(Duration olderThan, int keep, Mode mode) {
    /** Whether to remove or only to look. */
    public enum Mode {
        /** Remove. */
        REMOVE,
        /** Say only what would go. */
        DRY_RUN
    }

    public PruneRequest {
        if (olderThan.isNegative() || keep < 0)
            throw new IllegalArgumentException("an age and a number are not negative");
    }
}
