package dev.orrery.cli.command;

import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        description = {"Allow what a run waits to do: exactly what 'orrery approvals' shows, once."},
        footer = {"  orrery approve r-20261124 q1 --wait"})
final class ApproveCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            converter = RunId.Converter.class,
            description = "The run's id, or enough of its beginning.")
    RunId run = new RunId("");

    @Parameters(index = "1", paramLabel = "ID", description = "What waits, by its id in 'orrery approvals'.")
    String id = "";

    @Option(names = "--wait", description = "Then go on with the run, and stay with it until it ends or waits again.")
    boolean wait;

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ApproveCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            String full = library.find(run.text());
            library.approve(full, id);
            return Waits.goOn(session, library, full, "approved", wait);
        }
    }
}
