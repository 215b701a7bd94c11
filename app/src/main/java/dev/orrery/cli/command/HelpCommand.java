package dev.orrery.cli.command;

import dev.orrery.OrreryException;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "help", description = "Tell more about a command.", footer = "  orrery help run")
final class HelpCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, with its subcommand if it has one.")
    List<String> names = new ArrayList<>();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    HelpCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        CommandLine line = CommandTree.whole(session);
        for (String name : names) {
            CommandLine sub = line.getSubcommands().get(name);
            if (sub == null) {
                String all = line.getCommandSpec().qualifiedName();
                throw new OrreryException(
                        OrreryException.Kind.USAGE,
                        "'" + all + "' has no command '" + name + "'; see '" + all + " --help'");
            }
            line = sub;
        }
        session.out().text(line.getUsageMessage());
        return ExitStatus.DONE.code();
    }
}
