package dev.orrery.cli.command;

import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "learn",
        description = {
            "See what runs have taught, and decide on it: nothing changes until you accept it.",
            "",
            "An accepted proposal holds for runs that start from then on, and can be rolled back.",
        },
        footer = {"  orrery learn list", "  orrery learn accept l-4f0a9c"})
final class LearnCommand {
    @Mixin
    final SharedOptions shared;

    LearnCommand(Session session) {
        this.shared = new SharedOptions(session);
    }

    /** Returns the command with its subcommands. */
    static CommandLine line(Session session) {
        return new CommandLine(new LearnCommand(session))
                .addSubcommand(new LearnListCommand(session))
                .addSubcommand(new LearnShowCommand(session))
                .addSubcommand(new LearnAcceptCommand(session))
                .addSubcommand(new LearnRejectCommand(session))
                .addSubcommand(new LearnRollbackCommand(session));
    }
}
