package dev.orrery.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 in lower-case hex: the name of a content. Pins, blobs and approvals are held together by these. */
public record Hash(String hex) {
    public Hash {
        if (hex.length() != 64) throw new IllegalArgumentException("not a SHA-256 in hex: " + hex);
    }

    /** Hashes the UTF-8 bytes of {@code text}. */
    public static Hash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Hashes the canonical text of {@code value}. */
    public static Hash of(Json value) {
        return of(JsonText.canonical(value));
    }

    /** Hashes {@code bytes}. */
    public static Hash of(byte[] bytes) {
        try {
            return new Hash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Returns the first twelve digits: enough for people, never for comparing. */
    public String brief() {
        return hex.substring(0, 12);
    }

    @Override
    public String toString() {
        return hex;
    }
}
