package dev.orrery.journal.jdbc;

import dev.orrery.journal.StreamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;

/**
 * What makes a record tamper-evident. Its {@code hash} chains it to the record before it in its stream, back to the
 * stream's name; it does not depend on the commit number, so a stream can be moved to another journal as it is. Its
 * {@code crc} covers everything that is stored of it.
 */
final class Seal {
    private Seal() {}

    /** Returns what stands before the first record of {@code stream}. */
    static byte[] origin(StreamId stream) {
        return sha256(("orrery stream 1: " + stream).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the hash of a record.
     *
     * @param previous the hash of the record before it
     * @param textHash the SHA-256 of the record's text, which its author computes so that the writer need not
     */
    static byte[] hash(byte[] previous, long firstSeq, byte[] textHash) {
        return sha256(ByteBuffer.allocate(72)
                .put(previous)
                .putLong(firstSeq)
                .put(textHash)
                .array());
    }

    /** Returns the checksum of a record. */
    static int crc(StreamId stream, long commit, long firstSeq, int events, byte[] hash, byte[] text) {
        var crc = new CRC32C();
        crc.update(stream.toString().getBytes(StandardCharsets.UTF_8));
        crc.update(ByteBuffer.allocate(20)
                .putLong(commit)
                .putLong(firstSeq)
                .putInt(events)
                .flip());
        crc.update(hash);
        crc.update(text);
        return (int) crc.getValue();
    }

    /** Returns the SHA-256 of {@code bytes}. */
    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
