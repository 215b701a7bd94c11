package dev.orrery.journal;

import dev.orrery.message.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Contents by their hash, each kept once. Thread-safe.
 *
 * <p>A content must be durable before the event that names it. Hand both over in one
 * {@link Journal#append(StreamId, long, List, List) append}: that is one commit. Or {@code put} first, which is another.
 */
public interface Blobs {
    /**
     * Keeps {@code contents}. They are durable when this returns; those that are there already cost nothing.
     *
     * @throws JournalException when they could not be written
     */
    void put(List<Blob> contents);

    /** Keeps {@code text} and returns its name; see {@link #put(List)}. */
    default Hash put(String text) {
        return put(Blob.of(text));
    }

    /** Keeps {@code bytes} and returns their name; see {@link #put(List)}. */
    default Hash put(byte[] bytes) {
        return put(Blob.of(bytes));
    }

    private Hash put(Blob blob) {
        put(List.of(blob));
        return blob.hash();
    }

    /**
     * Returns the content called {@code hash}.
     *
     * @throws JournalDamaged when what is stored under that name has another hash
     */
    Optional<byte[]> get(Hash hash);

    /** Returns the content called {@code hash} as text; see {@link #get}. */
    default Optional<String> text(Hash hash) {
        return get(hash).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
