package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.FeedbackText;
import dev.orrery.cli.wire.FeedbackJson;
import dev.orrery.learning.FeedbackList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = {"List what was said of runs, the oldest first."},
        footer = {"  orrery feedback list", "  orrery feedback list --json | jq -c 'select(.kind == \"edited\")'"})
final class FeedbackListCommand implements Callable<Integer> {
    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    FeedbackListCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            List<FeedbackList.Given> all = library.feedback();
            if (json.wanted()) Printing.json(session, all.stream().map(FeedbackJson::of));
            else
                Printing.cut(
                        session, FeedbackText.of(all, session.surroundings().zone()));
            return ExitStatus.DONE.code();
        }
    }
}
