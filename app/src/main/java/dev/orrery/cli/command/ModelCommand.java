package dev.orrery.cli.command;

import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "model",
        description = {
            "Look at the language model that works for agents.",
            "",
            "Without a model the built-in agents work, which quote what they read. 'orrery doctor' says which one is set.",
        },
        footer = {"  orrery model test --model openai:gpt-5-mini"})
final class ModelCommand {
    @Mixin
    final SharedOptions shared;

    private ModelCommand(Session session) {
        this.shared = new SharedOptions(session);
    }

    /** Returns the command with its subcommands. */
    static CommandLine line(Session session) {
        return new CommandLine(new ModelCommand(session)).addSubcommand(new ModelTestCommand(session));
    }
}
