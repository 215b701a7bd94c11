package dev.orrery.journal;

import java.util.List;

/**
 * Durable, append-only streams of events. Thread-safe; every method blocks until it is done, which is cheap on a virtual
 * thread. Appends of many threads share one commit.
 *
 * <p>Several processes may have the same journal open. Whoever decides on a state that is no longer the newest is
 * refused by the fence ({@link JournalConflict}), reads what is new, and decides again.
 */
public interface Journal extends AutoCloseable {
    /** The largest record, in bytes of its JSON text. */
    int RECORD_BYTES_MAX = 32 << 20;

    /**
     * Appends {@code events}, one decision, as one record, and keeps {@code blobs} with it. All of it is durable when
     * this returns.
     *
     * @param expectedSeq the number of the last event that the decision knew of; 0 for a new stream
     * @param events at least one
     * @param blobs contents that the events name
     * @return the record's commit number
     * @throws JournalConflict when the stream's last event is not {@code expectedSeq}; nothing was written
     * @throws JournalFull when there is no space; nothing was acknowledged, and the next append may succeed
     * @throws JournalException when it is not known to be durable: read the stream before deciding anew
     * @throws IllegalArgumentException when there are no events, or they are larger than {@link #RECORD_BYTES_MAX}
     */
    long append(StreamId stream, long expectedSeq, List<StoredEvent> events, List<Blob> blobs);

    /** Appends {@code events}; see {@link #append(StreamId, long, List, List)}. */
    default long append(StreamId stream, long expectedSeq, List<StoredEvent> events) {
        return append(stream, expectedSeq, events, List.of());
    }

    /**
     * Returns the events of {@code stream} that follow {@code afterSeq}, in order. What is read is checked.
     *
     * @param eventsMax how many at most; when exactly as many come back, there may be more
     * @throws JournalDamaged when a record is not what was written, or one is missing
     */
    List<Recorded> read(StreamId stream, long afterSeq, int eventsMax);

    /** Returns the number of the last event of {@code stream}; 0 when there is no such stream. */
    long lastSeq(StreamId stream);

    /** Returns all streams of one kind, without reading their events, in the order in which they began. */
    List<StreamHead> streams(String tenant, StreamId.Kind kind);

    /**
     * Returns the number of the last commit; 0 when the journal is empty. It grows with every record of every process,
     * and asking costs microseconds: poll it to learn that {@link #tail} has something new.
     */
    long lastCommit();

    /**
     * Returns a number that changes when others than this object have appended, which is mostly another process, and as
     * far as possible only then: poll it to learn that streams may have something new. Asking costs microseconds.
     */
    default long strangers() {
        return lastCommit();
    }

    /**
     * Returns the events of all streams in records that follow {@code afterCommit}, in the order of commits. A record
     * comes wholly or not at all.
     *
     * @param recordsMax how many records at most
     * @throws JournalDamaged when a record is not what was written
     */
    List<Recorded> tail(long afterCommit, int recordsMax);

    /** Returns the contents that are kept beside the streams. */
    Blobs blobs();

    /**
     * Returns the rows of the projection called {@code projection}, those of {@code tenant}. They are as new as the last
     * commit.
     */
    Rows rows(String tenant, String projection);

    /** Makes the rows of all projections anew from the events. Appends wait until it is done. */
    void rebuildProjections();

    /** Walks everything that is stored and reports what is damaged. Reads only; takes time in the size of the journal. */
    JournalCheck check();

    /** Finishes the appends under way and closes. Appends that come later are refused. */
    @Override
    void close();
}
