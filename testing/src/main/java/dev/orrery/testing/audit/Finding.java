package dev.orrery.testing.audit;

/**
 * A promise that was not kept.
 *
 * @param promise which one
 * @param seq the number of the event at which it shows; 0 when it is no single event
 * @param what what is wrong, with the ids
 */
public record Finding(Promise promise, long seq, String what) {
    @Override
    public String toString() {
        return promise + (seq == 0 ? ": " : " at event " + seq + ": ") + what;
    }
}
