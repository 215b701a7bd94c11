package dev.orrery.cli.command;

import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "memory",
        description = {
            "Look at long-term memory, and decide what stands in it.",
            "",
            "Agents propose, and nothing of it counts before you accept it. Entries are versioned: nothing is overwritten. What happened in a run is remembered as an episode, without review."
        },
        footer = {
            "  orrery memory review",
            "  orrery memory accept m-4f",
            "  orrery memory add --kind rule \"Cover memory, approval and model support.\"",
            "  orrery memory search retries"
        })
final class MemoryCommand {
    @Mixin
    final SharedOptions shared;

    private MemoryCommand(Session session) {
        this.shared = new SharedOptions(session);
    }

    /** Returns the command with its subcommands. */
    static CommandLine line(Session session) {
        return new CommandLine(new MemoryCommand(session))
                .addSubcommand(new MemorySearchCommand(session))
                .addSubcommand(new MemoryListCommand(session))
                .addSubcommand(new MemoryShowCommand(session))
                .addSubcommand(new MemoryAddCommand(session))
                .addSubcommand(new MemoryImportCommand(session))
                .addSubcommand(new MemoryReviewCommand(session))
                .addSubcommand(new MemoryAcceptCommand(session))
                .addSubcommand(new MemoryRejectCommand(session))
                .addSubcommand(new MemoryHistoryCommand(session))
                .addSubcommand(new MemoryForgetCommand(session));
    }
}
