package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.EntryText;
import dev.orrery.cli.wire.EntryJson;
import dev.orrery.memory.Entry;
import dev.orrery.memory.Memory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description = {"Show what happened to an entry, version by version."},
        footer = {"  orrery memory history m-4f0a9c"})
final class MemoryHistoryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The entry's id, or enough of its beginning.")
    String id = "";

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    MemoryHistoryCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            Entry entry = Entries.find(session, library, id);
            List<Memory.Change> changes = library.memory().history(entry.id());
            if (json.wanted()) Printing.json(session, changes.stream().map(EntryJson::of));
            else
                Printing.lines(
                        session,
                        changes.stream()
                                .map(change -> EntryText.of(
                                        change, session.surroundings().zone())));
            return ExitStatus.DONE.code();
        }
    }
}
