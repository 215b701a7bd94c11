package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.ProposalText;
import dev.orrery.learning.Proposal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = {"List the proposals, the oldest first."},
        footer = {"  orrery learn list", "  orrery learn list --json | jq -r 'select(.status == \"proposed\") | .id'"})
final class LearnListCommand implements Callable<Integer> {
    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    LearnListCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            List<Proposal> all = library.learned();
            if (json.wanted()) Printing.json(session, all.stream().map(Proposal::toJson));
            else Printing.cut(session, ProposalText.of(all));
            return ExitStatus.DONE.code();
        }
    }
}
