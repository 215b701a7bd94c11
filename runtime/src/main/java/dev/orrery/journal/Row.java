package dev.orrery.journal;

import dev.orrery.message.Json;
import java.time.Instant;

/**
 * One row of a projection.
 *
 * @param key what the row is about; unique in its projection and tenant
 * @param group which rows it belongs to, such as all that wait in one run; may be empty
 * @param order where it stands in lists, ascending, such as a time in milliseconds
 * @param body what it says
 */
public record Row(String key, String group, long order, Json body) {
    /** Returns the place of {@code time} in a list: its milliseconds, or the nearest number when it is out of reach. */
    public static long orderOf(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException outOfReach) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
