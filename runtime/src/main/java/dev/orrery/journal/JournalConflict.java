package dev.orrery.journal;

/** Says that a decision came too late: someone else appended to the stream first. Read what is new and decide again. */
public final class JournalConflict extends JournalException {
    private final StreamId stream;
    private final long lastSeq;

    /** Reports that {@code stream} ends at {@code lastSeq} and not at {@code expectedSeq}. */
    public JournalConflict(StreamId stream, long expectedSeq, long lastSeq) {
        super(stream + " ends at event " + lastSeq + ", not at " + expectedSeq + ": read what is new and decide again");
        this.stream = stream;
        this.lastSeq = lastSeq;
    }

    /** Returns the stream that was to be appended to. */
    public StreamId stream() {
        return stream;
    }

    /** Returns the number of the stream's last event. */
    public long lastSeq() {
        return lastSeq;
    }
}
