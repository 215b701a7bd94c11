package dev.orrery.journal;

import dev.orrery.message.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A content with its name. Immutable; two blobs are equal when their contents are. */
public final class Blob {
    /** The largest content, in bytes. */
    public static final int BYTES_MAX = 64 << 20;

    private final byte[] bytes;
    private final Hash hash;

    private Blob(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a content of " + bytes.length + " bytes is too large to keep: at most " + BYTES_MAX);
        }
        this.bytes = bytes;
        this.hash = Hash.of(bytes);
    }

    /**
     * Wraps the UTF-8 bytes of {@code text}.
     *
     * @throws IllegalArgumentException when it is larger than {@link #BYTES_MAX}
     */
    public static Blob of(String text) {
        return new Blob(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Wraps a copy of {@code bytes}.
     *
     * @throws IllegalArgumentException when there are more than {@link #BYTES_MAX}
     */
    public static Blob of(byte[] bytes) {
        return new Blob(bytes.clone());
    }

    /** Returns the name of the content: its SHA-256. */
    public Hash hash() {
        return hash;
    }

    /** Returns a copy of the content. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the size in bytes. */
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "blob " + hash.brief() + " (" + bytes.length + " bytes)";
    }
}
