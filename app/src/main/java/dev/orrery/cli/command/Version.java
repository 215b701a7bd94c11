package dev.orrery.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version that the build wrote beside this class. */
public final class Version {
    private Version() {}

    /** Returns what {@code --version} prints. */
    public static String line() {
        return "orrery " + text();
    }

    /** Returns the version, without a line end. */
    static String text() {
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream("version.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException("The jar is damaged: version.txt cannot be read. Build again.", broken);
        }
    }
}
