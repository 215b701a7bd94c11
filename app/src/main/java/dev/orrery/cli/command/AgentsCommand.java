package dev.orrery.cli.command;

import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "agents",
        description = {
            "Look at agent definitions.",
            "",
            "A definition is a file: YAML front matter (name, capabilities, tools, limits) and a body that is the agent's "
                    + "instructions. One that bears a built-in agent's name takes its place; one with a new name competes.",
        },
        footer = {"  orrery agents list --agents agents", "  orrery agents check agents"})
final class AgentsCommand {
    @Mixin
    final SharedOptions shared;

    private AgentsCommand(Session session) {
        this.shared = new SharedOptions(session);
    }

    /** Returns the command with its subcommands. */
    static CommandLine line(Session session) {
        return new CommandLine(new AgentsCommand(session))
                .addSubcommand(new AgentsListCommand(session))
                .addSubcommand(new AgentsShowCommand(session))
                .addSubcommand(new AgentsCheckCommand(session));
    }
}
