package dev.orrery.cli;

import dev.orrery.cli.command.CommandTree;
import dev.orrery.cli.command.Errors;
import dev.orrery.cli.command.Version;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The program {@code orrery}: parses the arguments, does the work, and exits with a status that scripts can use. */
public final class Main {
    private Main() {}

    /** Runs one command line and ends the JVM with its exit status. */
    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofProcess(), arguments));
    }

    /** Runs one command line and returns its exit status; the JVM lives on. */
    static int run(Surroundings surroundings, String... arguments) {
        var session = new Session(surroundings);
        if (List.of(arguments).equals(List.of("--version"))) {
            // Asked by scripts, and often: no parser is needed to answer.
            session.out().line(Version.line());
            return finish(session, ExitStatus.DONE.code());
        }
        var errors = new Errors(session);
        var help = new StringWriter();
        int status;
        try {
            CommandLine line = CommandTree.of(session, List.of(arguments))
                    .setOut(new PrintWriter(help))
                    .setParameterExceptionHandler(errors)
                    .setExecutionExceptionHandler(errors);
            status = line.execute(arguments);
            session.out().text(help.toString());
        } catch (Throwable broken) {
            // Whatever it is, also an error of the JVM: the user gets one line, not a trace.
            status = errors.tell(broken);
        }
        return finish(session, status);
    }

    private static int finish(Session session, int status) {
        session.out().flush();
        Optional<IOException> lost = session.out().failure();
        if (lost.isPresent()) {
            session.say(
                    "the answer could not be written to stdout (" + lost.get().getMessage() + "); try again");
            status = ExitStatus.FAILED.code();
        }
        session.err().flush();
        return status;
    }
}
