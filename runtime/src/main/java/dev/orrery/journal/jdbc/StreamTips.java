package dev.orrery.journal.jdbc;

import dev.orrery.journal.StreamId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where streams end, as the writer knows it, so that it need not look. What a transaction changes counts for the
 * transaction and is kept only when it is committed. For one thread.
 */
final class StreamTips {
    /** Beyond this many the one that was used least lately is forgotten; each takes about 200 bytes. */
    private static final int KEPT_MAX = 20_000;

    /** The end of a stream: the number of its row, of its last event, and the hash of its last record. */
    static final class Tip {
        private final long row;
        private final long lastSeq;
        private final byte[] hash;

        Tip(long row, long lastSeq, byte[] hash) {
            this.row = row;
            this.lastSeq = lastSeq;
            this.hash = hash;
        }

        long row() {
            return row;
        }

        long lastSeq() {
            return lastSeq;
        }

        byte[] hash() {
            return hash;
        }
    }

    private final Map<StreamId, Tip> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, Tip> eldest) {
            return size() > KEPT_MAX;
        }
    };
    private final Map<StreamId, Tip> changed = new HashMap<>();

    Optional<Tip> get(StreamId stream) {
        Tip now = changed.get(stream);
        return Optional.ofNullable(now != null ? now : kept.get(stream));
    }

    void change(StreamId stream, Tip tip) {
        changed.put(stream, tip);
    }

    /** Keeps what the transaction changed. */
    void commit() {
        kept.putAll(changed);
        changed.clear();
    }

    /** Forgets everything, as someone else wrote or the transaction failed. */
    void forget() {
        kept.clear();
        changed.clear();
    }
}
