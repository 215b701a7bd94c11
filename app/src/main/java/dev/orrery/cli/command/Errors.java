package dev.orrery.cli.command;

import dev.orrery.OrreryException;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.terminal.Plain;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line that says what happened and what to do, and into an exit status. */
public final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Session session;

    /** Speaks on the stderr of {@code session}. */
    public Errors(Session session) {
        this.session = session;
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        String command = error.getCommandLine().getCommandSpec().qualifiedName();
        String what = error instanceof UnmatchedArgumentException unmatched ? unmatched(unmatched) : message(error);
        session.say(end(Plain.line(what)) + " See '" + command + " --help'.");
        return ExitStatus.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine line, ParseResult result) {
        return tell(error);
    }

    /** Says what {@code error} is and returns the exit status for it. */
    public int tell(Throwable error) {
        if (error instanceof OrreryException refused) {
            session.say(Plain.line(String.valueOf(refused.getMessage())));
            return switch (refused.kind()) {
                case USAGE -> ExitStatus.USAGE.code();
                case FAILED -> ExitStatus.FAILED.code();
            };
        }
        String what = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        String details = CrashNote.leave(session, error)
                .map(file -> "; details are in " + file)
                .orElse("");
        session.say("this should not happen: " + Plain.line(what) + details);
        return ExitStatus.FAILED.code();
    }

    private static String message(ParameterException error) {
        CommandLine line = error.getCommandLine();
        if (error instanceof MissingParameterException missing) {
            return "missing: "
                    + missing.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", "));
        }
        if (error.getArgSpec() instanceof PositionalParamSpec argument && error.getValue() != null) {
            String why = error.getCause() == null
                    ? "it cannot be used"
                    : error.getCause().getMessage();
            return "malformed " + argument.paramLabel() + " '" + error.getValue() + "': " + why;
        }
        if (error.getArgSpec() == null && !line.getSubcommands().isEmpty())
            return "say which: " + String.join(", ", line.getSubcommands().keySet());
        return String.valueOf(error.getMessage()).replaceFirst("^Invalid value for ", "malformed ");
    }

    private static String unmatched(UnmatchedArgumentException error) {
        String first = error.getUnmatched().getFirst();
        CommandLine line = error.getCommandLine();
        if (error.isUnknownOption()) {
            String option = first.replaceFirst("=.*", "");
            return "unknown option '" + option + "'"
                    + meant(Spelling.near(
                            option, line.getCommandSpec().optionsMap().keySet()));
        }
        if (!line.getSubcommands().isEmpty()) {
            return "unknown command '" + first + "'"
                    + meant(Spelling.near(first, line.getSubcommands().keySet()));
        }
        return "too many arguments: " + String.join(" ", error.getUnmatched())
                + "; put what belongs together in quotes";
    }

    private static String meant(List<String> near) {
        return near.isEmpty() ? "" : near.stream().collect(Collectors.joining("' or '", "; did you mean '", "'?"));
    }

    private static String end(String sentence) {
        String capital =
                sentence.isEmpty() ? "" : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
        return capital.endsWith("?") || capital.endsWith(".") ? capital : capital + ".";
    }
}
