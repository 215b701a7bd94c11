package dev.orrery.cli.command;

import dev.orrery.RunView;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.RunTree;
import dev.orrery.cli.wire.RunJson;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "show",
        description = {
            "Show a run as a tree: steps, agents, attempts, verdicts, what was spent, what is missing, and how to go on."
        },
        footer = {"  orrery show r-20261124", "  orrery show r-20261124 --json | jq -r .report"})
final class ShowCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ShowCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            RunView view = library.show(library.find(run.text()));
            if (json.wanted()) Printing.json(session, Stream.of(RunJson.of(view)));
            else Printing.lines(session, RunTree.of(view, session.surroundings().zone(), session::command));
            return ExitStatus.DONE.code();
        }
    }
}
