package dev.orrery.cli.command;

import dev.orrery.OrreryException;
import dev.orrery.cli.session.Session;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a text file that the user names. */
final class TextFile {
    /** More than any report has; whatever is larger was named by mistake. */
    private static final long BYTES_MAX = 16 << 20;

    private TextFile() {}

    /** Reads {@code file}, or what is piped in when it is called {@code -}. */
    static String read(Session session, Path file) {
        if (!file.toString().equals("-")) return read(file);
        try {
            byte[] bytes = session.surroundings().in().readNBytes((int) BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) throw refused(file, "is larger than " + (BYTES_MAX >> 20) + " MB");
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw refused(file, "cannot be read");
        }
    }

    /** Reads JSON from {@code file}, or what is piped in when it is called {@code -}. */
    static Json json(Session session, Path file) {
        try {
            return JsonText.parse(read(session, file));
        } catch (IllegalArgumentException e) {
            throw new OrreryException(OrreryException.Kind.USAGE, file + " is " + e.getMessage(), e);
        }
    }

    static String read(Path file) {
        try {
            if (!Files.isRegularFile(file)) throw refused(file, Files.exists(file) ? "is no file" : "does not exist");
            if (Files.size(file) > BYTES_MAX) throw refused(file, "is larger than " + (BYTES_MAX >> 20) + " MB");
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw refused(file, "is not UTF-8 text");
        } catch (IOException e) {
            throw refused(file, "cannot be read");
        }
    }

    private static OrreryException refused(Path file, String why) {
        return new OrreryException(OrreryException.Kind.USAGE, file + " " + why + "; name a text file");
    }
}
