package dev.orrery.cli.command;

import dev.orrery.cli.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The details of an error that nobody foresaw, for whoever reports it. They lie in the home, in one file that the next such
 * error overwrites; arguments are not in it, as goals are nobody else's business.
 */
final class CrashNote {
    private static final int CAUSES_MAX = 8;

    private CrashNote() {}

    /** Writes the note; empty when there is no home yet or it cannot be written to. */
    static Optional<Path> leave(Session session, Throwable error) {
        Path file = session.home().resolve("crash.txt");
        if (!Files.isDirectory(session.home())) return Optional.empty();
        var text = new StringBuilder();
        text.append("orrery ")
                .append(Version.text())
                .append(", Java ")
                .append(Runtime.version())
                .append('\n');
        text.append(session.surroundings().clock().instant()).append('\n');
        Throwable cause = error;
        for (int i = 0; cause != null && i < CAUSES_MAX; i++, cause = cause.getCause()) {
            text.append(cause).append('\n');
            for (StackTraceElement element : cause.getStackTrace())
                text.append("    ").append(element).append('\n');
        }
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return Optional.of(file);
        } catch (IOException unwritten) {
            return Optional.empty();
        }
    }
}
