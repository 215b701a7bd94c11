package dev.orrery.journal.jdbc;

import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.RecordChain;
import dev.orrery.journal.StreamId;
import java.util.Arrays;

/** Follows a stream from record to record and finds gaps and records that do not belong. For one thread. */
final class Chain {
    private final StreamId stream;
    private long lastSeq;
    private byte[] hash = new byte[0];

    Chain(StreamId stream) {
        this.stream = stream;
    }

    /**
     * Goes on to {@code record}. The first one need not be the stream's first: it is then taken as it is.
     *
     * @throws JournalDamaged when it does not follow the one before
     */
    void follow(StoredRecord record) {
        boolean first = hash.length == 0;
        if (!first || record.firstSeq() == 1) {
            if (record.firstSeq() != lastSeq + 1) {
                throw new JournalDamaged(stream + " event " + (lastSeq + 1), "it cannot be found");
            }
            byte[] previous = first ? RecordChain.origin(stream) : hash;
            byte[] expected = RecordChain.hash(previous, record.firstSeq(), RecordChain.sha256(record.text()));
            if (!Arrays.equals(expected, record.hash())) {
                throw record.damaged("it does not belong behind the record before it");
            }
        }
        resume(record);
    }

    /** Takes {@code record} as it is. */
    void resume(StoredRecord record) {
        lastSeq = record.lastSeq();
        hash = record.hash();
    }

    long lastSeq() {
        return lastSeq;
    }
}
