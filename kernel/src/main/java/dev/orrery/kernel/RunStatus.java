package dev.orrery.kernel;

import java.util.Locale;

/** How a run stands. */
public enum RunStatus {
    /** Work is under way or owed. */
    RUNNING,
    /** Nothing moves until a human speaks. */
    WAITING,
    /** A human holds it: nothing new is begun. */
    PAUSED,
    /** It ended with all that was planned. */
    DONE,
    /** It ended with a report that names what is missing. */
    GAPS,
    /** It ended without a report. */
    FAILED,
    /** A human ended it. */
    CANCELLED;

    /** Returns the stable name. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the status with this stable name. */
    public static RunStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** Tells whether the run is over. */
    public boolean ended() {
        return this != RUNNING && this != WAITING && this != PAUSED;
    }
}
