package dev.orrery.cli.session;

import dev.orrery.cli.terminal.Output;
import dev.orrery.cli.terminal.ProcessTerminal;
import dev.orrery.cli.terminal.Style;
import dev.orrery.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a command line runs in. Everything that a process takes from its machine is here, so that tests can give it.
 *
 * @param in what is given by '-'
 * @param out the answer goes here
 * @param err everything else goes here
 * @param terminal which of the two are screens
 * @param environment the environment's variables
 * @param folder the current folder
 * @param program what the user typed to start the program, for commands that are shown to be copied
 * @param clock the time
 * @param zone the zone in which times are shown to people
 * @param source where the library comes from
 */
public record Surroundings(
        InputStream in,
        Output out,
        Output err,
        Terminal terminal,
        Map<String, String> environment,
        Path folder,
        String program,
        InstantSource clock,
        ZoneId zone,
        Library.Source source) {
    /** The launcher's property with the name by which it was started. */
    public static final String PROGRAM = "orrery.program";

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Returns the surroundings of this process. */
    public static Surroundings ofProcess() {
        return new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new Output(new FileOutputStream(FileDescriptor.out)),
                new Output(new FileOutputStream(FileDescriptor.err)),
                ProcessTerminal.of(System.getenv()),
                System.getenv(),
                Path.of(""),
                System.getProperty(PROGRAM, "orrery"),
                InstantSource.system(),
                ZoneId.systemDefault(),
                OpenedLibrary.SOURCE);
    }

    /** Tells whether text on stdout is coloured. */
    public Style.Colour colour() {
        return Style.Colour.when(terminal.stdout() && terminal.colour());
    }

    /** Returns the home folder as the environment names it, {@code .orrery} in the current folder when it does not. */
    public Path home() {
        String named = environment.getOrDefault("ORRERY_HOME", "");
        return Path.of(named.isEmpty() ? ".orrery" : named);
    }
}
