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
        name = "accept",
        description = {"Put a proposal in force for runs that start from now on."},
        footer = {"  orrery learn accept l-4f0a9c"})
final class LearnAcceptCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The proposal's id, from 'orrery learn list'.")
    String id = "";

    @Mixin
    final SharedOptions shared;

    private final Session session;

    LearnAcceptCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            Proposal proposal = library.acceptLearned(id);
            session.say(proposal.id() + " is in force, as learned version " + proposal.version() + ". To take it back: "
                    + session.command("learn", "rollback", proposal.id()));
            return ExitStatus.DONE.code();
        }
    }
}
