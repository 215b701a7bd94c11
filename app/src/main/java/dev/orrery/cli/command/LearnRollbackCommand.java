package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.learning.Proposal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollback",
        description = {"Take an accepted proposal back: what was learned otherwise stays."},
        footer = {"  orrery learn rollback l-4f0a9c"})
final class LearnRollbackCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The proposal's id, from 'orrery learn list'.")
    String id = "";

    @Mixin
    final SharedOptions shared;

    private final Session session;

    LearnRollbackCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            Proposal proposal = library.rollBackLearned(id);
            session.say(proposal.id() + " is rolled back, by learned version " + proposal.version());
            return ExitStatus.DONE.code();
        }
    }
}
