package dev.orrery.kernel;

/**
 * On what terms an effect is allowed.
 *
 * @param reserved what is set aside for it until it is answered
 * @param deadlineMillis how long it may take
 * @param approval the question whose approval allows it; empty when it needed none
 */
public record Terms(Amount reserved, long deadlineMillis, String approval) {
    /** The terms of an effect that costs nothing and needs no leave. */
    public static Terms free(long deadlineMillis) {
        return new Terms(Amount.ZERO, deadlineMillis, "");
    }
}
