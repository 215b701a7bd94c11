package dev.orrery.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A stream of text in UTF-8 that never throws: once a write fails, what follows is dropped and the failure is kept for
 * whoever decides on the exit status. Thread-safe; a line is written as a whole.
 */
public final class Output {
    private final OutputStream out;
    private Optional<IOException> failure = Optional.empty();

    /** Writes to {@code out}, buffered until {@link #flush}. */
    public Output(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    /** Writes {@code text} as it is. */
    public synchronized void text(String text) {
        if (failure.isPresent()) return;
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    /** Writes {@code line} and a line end. */
    public synchronized void line(String line) {
        text(line);
        text("\n");
    }

    /** Writes {@code line} and a line end and lets it go at once. */
    public synchronized void lineNow(String line) {
        line(line);
        flush();
    }

    /** Lets go what is buffered. */
    public synchronized void flush() {
        if (failure.isPresent()) return;
        try {
            out.flush();
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    /** Tells whether nobody gets what is written any more. */
    public synchronized boolean broken() {
        return failure.isPresent();
    }

    /**
     * Returns why writing failed. A reader that went away, as {@code head} does when it has seen enough, is no failure.
     * Java has no type for it, only the system's words.
     */
    public synchronized Optional<IOException> failure() {
        return failure.filter(e -> !String.valueOf(e.getMessage()).contains("Broken pipe"));
    }
}
