package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "cancel",
        description = {"End a run for good.", "", "What it has done stays in the journal."},
        footer = {"  orrery cancel r-20261124"})
final class CancelCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN",
            converter = RunId.Converter.class,
            description = "The run's id, or enough of its beginning.")
    RunId run = new RunId("");

    @Mixin
    final SharedOptions shared;

    private final Session session;

    CancelCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            String id = library.find(run.text());
            library.cancel(id, "cancelled by the user");
            session.say("run " + id + " is cancelled");
            return ExitStatus.DONE.code();
        }
    }
}
