package dev.orrery.engine.history;

import dev.orrery.message.Hash;
import java.util.Optional;

/**
 * What came of going through a run's events once more.
 *
 * @param events how many there are
 * @param state the hash of the state after the last one
 * @param difference the first thing that is not as it should be; empty when all is
 */
public record Replayed(String run, long events, Hash state, Optional<Difference> difference) {
    /**
     * Something that is not the same.
     *
     * @param seq the number of the event after which it shows
     * @param what what is not the same
     */
    public record Difference(long seq, String what) {}

    /** Tells whether all is the same. */
    public boolean same() {
        return difference.isEmpty();
    }
}
