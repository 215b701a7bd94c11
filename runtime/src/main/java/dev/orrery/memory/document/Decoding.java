package dev.orrery.memory.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns bytes into text whose lines end in a line feed alone. */
final class Decoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Decoding() {}

    /**
     * Decodes UTF-8, UTF-16 with a byte order mark, and else what old editors wrote. Empty when the content is no text.
     * Carriage returns become spaces, so that every line keeps its number.
     */
    static Optional<String> text(byte[] bytes) {
        Optional<String> text = decode(bytes);
        return text.filter(t -> t.indexOf('\0') < 0).map(t -> t.replace('\r', ' '));
    }

    private static Optional<String> decode(byte[] b) {
        if (b.length >= 2 && (b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff)
            return strict(b, 2, StandardCharsets.UTF_16BE);
        if (b.length >= 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe)
            return strict(b, 2, StandardCharsets.UTF_16LE);
        boolean mark = b.length >= 3 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf;
        return strict(b, mark ? 3 : 0, StandardCharsets.UTF_8).or(() -> strict(b, 0, WINDOWS));
    }

    private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
