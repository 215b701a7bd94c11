package dev.orrery.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program {@code orrery}: parses the arguments, does the work, and exits with a status that scripts can use. */
@Command(
        name = "orrery",
        description = "An agentic operating system for the JVM.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Versions.class)
public final class Main {
    private Main() {}

    /** Run one command line and end the JVM with its exit status. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Run one command line and return its exit status; the JVM lives on. */
    static int run(String... arguments) {
        return new CommandLine(new Main()).execute(arguments);
    }

    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"orrery " + Version.text()};
        }
    }
}
