package dev.orrery.cli.command;

import dev.orrery.RunSummary;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.RunList;
import dev.orrery.cli.wire.RunJson;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "runs",
        description = {"List the runs of this home, the newest first."},
        footer = {"  orrery runs", "  orrery runs --json | jq -r 'select(.status == \"waiting\") | .run'"})
final class RunsCommand implements Callable<Integer> {
    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    RunsCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    /** Returns the command with its subcommands. */
    static CommandLine line(Session session) {
        return new CommandLine(new RunsCommand(session)).addSubcommand(new RunsPruneCommand(session));
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            List<RunSummary> runs = library.runs();
            if (json.wanted()) Printing.json(session, runs.stream().map(RunJson::of));
            else Printing.cut(session, RunList.of(runs, session.surroundings().zone()));
            return ExitStatus.DONE.code();
        }
    }
}
