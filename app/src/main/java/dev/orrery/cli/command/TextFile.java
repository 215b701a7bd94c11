package dev.orrery.cli.command;

import dev.orrery.OrreryException;
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
