package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;

/** One side of a history. A check is used once, for one run, and sees its events in order. */
interface Check {
    /** Sees the next event. */
    void see(Recorded event, Findings findings);

    /** Says what is missing, once there are no more events. */
    default void end(Findings findings) {}
}
