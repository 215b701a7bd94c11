package dev.orrery.learning.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the file that a human hands back as the edited copy of a report. */
public final class EditedFile {
    /** The largest file that is read, in bytes; reports are a small part of that. */
    public static final int BYTES_MAX = 4 << 20;

    private EditedFile() {}

    /** What the file turned out to be. */
    public sealed interface Reading {
        /** A text, with the marks of its encoding gone. */
        record Text(String text) implements Reading {}

        /** Nothing that could be an edited copy; {@code why} names the file. */
        record Refused(String why) implements Reading {}
    }

    /** Reads {@code file}. Nothing is thrown for a file that cannot be read: that is a refusal, too. */
    public static Reading read(Path file) {
        try {
            if (!Files.isRegularFile(file)) return new Reading.Refused(file + " is not a file");
            if (Files.size(file) > BYTES_MAX) {
                return new Reading.Refused(file + " is larger than " + (BYTES_MAX >> 20) + " MB, which no report is");
            }
            return decode(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            return new Reading.Refused(file + " could not be read: " + e.getMessage());
        }
    }

    /** Decodes what a file called {@code name} holds: UTF-8, or UTF-16 where a mark says so. */
    public static Reading decode(String name, byte[] bytes) {
        try {
            String text = charset(bytes)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\uFEFF")) text = text.substring(1);
            if (text.indexOf('\0') >= 0) return new Reading.Refused(name + " is not a text file");
            return new Reading.Text(text);
        } catch (CharacterCodingException e) {
            return new Reading.Refused(name + " is not a text file in UTF-8; save it as Markdown or plain text");
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2) {
            int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
            if (mark == 0xFEFF || mark == 0xFFFE) return StandardCharsets.UTF_16;
        }
        return StandardCharsets.UTF_8;
    }
}
