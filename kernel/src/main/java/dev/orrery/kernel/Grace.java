package dev.orrery.kernel;

/**
 * What an attempt was let go on after. Each is bounded.
 *
 * @param warned whether the loop guard has spoken
 * @param corrected whether a reply that did not fit its schema was sent back
 * @param retries how often the turn under way was asked again after a failure that passes
 */
public record Grace(boolean warned, boolean corrected, int retries) {
    /** Nothing yet. */
    static final Grace NONE = new Grace(false, false, 0);

    Grace afterWarning() {
        return new Grace(true, corrected, 0);
    }

    Grace afterCorrection() {
        return new Grace(warned, true, 0);
    }

    Grace afterRetry() {
        return new Grace(warned, corrected, retries + 1);
    }

    Grace inNextTurn() {
        return new Grace(warned, corrected, 0);
    }
}
