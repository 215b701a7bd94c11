package dev.orrery.journal.jdbc;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Mentions;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamHead;
import dev.orrery.journal.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something that is to be written, with whom it concerns and who waits for it. Never compared. */
@SuppressWarnings("ArrayRecordComponent")
sealed interface Write {
    /** Returns what is completed once the write is durable: with its commit number where it has one, else 0. */
    CompletableFuture<Long> done();

    /** Returns how many bytes it brings. */
    long bytes();

    /** Says in a phrase what it writes, for messages. */
    String what();

    /**
     * One decision.
     *
     * @param text the text form of {@code events}
     * @param textHash its SHA-256
     */
    record Append(
            StreamId stream,
            long expectedSeq,
            List<StoredEvent> events,
            byte[] text,
            byte[] textHash,
            List<Blob> blobs,
            CompletableFuture<Long> done)
            implements Write {
        @Override
        public long bytes() {
            return text.length + size(blobs);
        }

        @Override
        public String what() {
            return "events of " + stream;
        }
    }

    /** Contents that are named later. */
    record Keep(List<Blob> blobs, CompletableFuture<Long> done) implements Write {
        @Override
        public long bytes() {
            return size(blobs);
        }

        @Override
        public String what() {
            return "contents";
        }
    }

    /** All projections anew. */
    record Rebuild(CompletableFuture<Long> done) implements Write {
        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public String what() {
            return "projections";
        }
    }

    /**
     * Streams go, with what only they name.
     *
     * @param at when they go, for the trace of it in the home's stream
     * @param done completed with how many contents went
     */
    record Prune(List<StreamHead> streams, Mentions mentions, Instant at, CompletableFuture<Long> done)
            implements Write {
        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public String what() {
            return "removals";
        }
    }

    /** Nothing: whoever waits learns what the writer has seen of others. */
    record Look(CompletableFuture<Long> done) implements Write {
        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public String what() {
            return "nothing";
        }
    }

    /** Nothing: the last thing that is taken from the queue. */
    record End(CompletableFuture<Long> done) implements Write {
        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public String what() {
            return "nothing";
        }
    }

    private static long size(List<Blob> blobs) {
        return blobs.stream().mapToLong(Blob::size).sum();
    }
}
