package dev.orrery.cli;

import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Surroundings;
import dev.orrery.cli.terminal.Output;
import dev.orrery.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;

/** A shell for tests: types command lines and keeps what they print. */
public final class Shell {
    /** What a command line did. */
    record Result(int status, String out, String err) {}

    final FakeLibrary library = new FakeLibrary();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path home;

    /** The current folder; it has no {@code orrery.yaml} unless the test writes one. */
    private final Path folder;

    Shell(Path home) {
        this.home = home;
        this.folder = home;
    }

    /** Types a command line whose home is the test's. */
    Result type(String... words) {
        return type(surroundings(out, Terminal.NONE, library.source), words);
    }

    /** Types a command line whose answer goes to {@code elsewhere}. */
    Result typeInto(OutputStream elsewhere, String... words) {
        return type(surroundings(elsewhere, Terminal.NONE, library.source), words);
    }

    private Result type(Surroundings surroundings, String... words) {
        out.reset();
        err.reset();
        int status = Main.run(surroundings, words);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Surroundings surroundings(OutputStream answers, Terminal terminal, Library.Source source) {
        return new Surroundings(
                java.io.InputStream.nullInputStream(),
                new Output(answers),
                new Output(err),
                terminal,
                Map.of("ORRERY_HOME", home.toString()),
                folder,
                "orrery",
                InstantSource.fixed(Sample.START.plusSeconds(3)),
                ZoneOffset.UTC,
                source);
    }
}
