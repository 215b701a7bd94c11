package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.EntryText;
import dev.orrery.cli.wire.EntryJson;
import dev.orrery.memory.Entry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "review",
        description = {"List what waits for your decision: proposals, and entries that somebody should look at again."},
        footer = {"  orrery memory review"})
final class MemoryReviewCommand implements Callable<Integer> {
    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    MemoryReviewCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            List<Entry> entries = library.memory().review();
            if (json.wanted()) Printing.json(session, entries.stream().map(EntryJson::of));
            else
                Printing.lines(
                        session, entries.stream().flatMap(entry -> EntryText.review(entry, session::command).stream()));
            return ExitStatus.DONE.code();
        }
    }
}
