package dev.orrery.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The chain of hashes through a stream: each record's hash covers the one before it, back to the stream's name. It does
 * not depend on commit numbers, so that a stream bears the same chain in every journal.
 */
public final class RecordChain {
    private RecordChain() {}

    /** Returns what stands before the first record of {@code stream}. */
    public static byte[] origin(StreamId stream) {
        return sha256(("orrery stream 1: " + stream).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the hash of a record.
     *
     * @param previous the hash of the record before it, or the {@link #origin}
     * @param firstSeq the number of its first event
     * @param textHash the SHA-256 of the record's {@link RecordText}
     */
    public static byte[] hash(byte[] previous, long firstSeq, byte[] textHash) {
        return sha256(ByteBuffer.allocate(72)
                .put(previous)
                .putLong(firstSeq)
                .put(textHash)
                .array());
    }

    /** Returns the SHA-256 of {@code bytes}. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
