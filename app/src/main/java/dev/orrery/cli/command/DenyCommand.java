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
        name = "deny",
        description = {"Refuse what a run waits to do.", "", "Its agent is told, and goes on without it."},
        footer = {"  orrery deny r-20261124 q1 --why \"not on a Friday\" --wait"})
final class DenyCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Parameters(index = "1", paramLabel = "ID", description = "What waits, by its id in 'orrery approvals'.")
    String id = "";

    @Option(names = "--wait", description = "Then go on with the run, and stay with it until it ends or waits again.")
    boolean wait;

    @Option(names = "--why", paramLabel = "TEXT", description = "Why, for the agent and the journal.")
    String why = "a human refused it";

    @Mixin
    final SharedOptions shared;

    private final Session session;

    DenyCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            String full = library.find(run.text());
            library.deny(full, id, why);
            return Waits.goOn(session, library, full, "denied", wait);
        }
    }
}
