package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.learning.Proposal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reject",
        description = {"Turn a proposal down. It is made again only when as much new evidence speaks for it."},
        footer = {"  orrery learn reject l-4f0a9c --why \"we do want prices\""})
final class LearnRejectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The proposal's id, from 'orrery learn list'.")
    String id = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "Why, for the journal.")
    String why = "";

    @Mixin
    final SharedOptions shared;

    private final Session session;

    LearnRejectCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            Proposal proposal = library.rejectLearned(id, why);
            session.say(proposal.id() + " is rejected");
            return ExitStatus.DONE.code();
        }
    }
}
