package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.ProposalText;
import dev.orrery.learning.Proposal;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = {"Show a proposal with its evidence: the runs and events that speak for it."},
        footer = {"  orrery learn show l-4f0a9c"})
final class LearnShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The proposal's id, from 'orrery learn list'.")
    String id = "";

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    LearnShowCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            Proposal proposal = library.learned(id);
            if (json.wanted()) Printing.json(session, Stream.of(proposal.toJson()));
            else Printing.lines(session, ProposalText.whole(proposal));
            return ExitStatus.DONE.code();
        }
    }
}
