package dev.orrery.memory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an entry of memory stands. Only live ones are found by a search. */
public enum Status {
    /** Waits for review. */
    PROPOSED,
    /** Holds. */
    LIVE,
    /** Was refused in review. */
    REJECTED,
    /** Held once: superseded, forgotten, or derived from something that was. */
    CLOSED;

    /** Returns the stable name of this status. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the status with this stable name. */
    public static Optional<Status> of(String wire) {
        return Arrays.stream(values()).filter(s -> s.wire().equals(wire)).findFirst();
    }
}
