package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.EntryText;
import dev.orrery.cli.wire.EntryJson;
import dev.orrery.memory.Entry;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = {"Show an entry with all that is known of it."},
        footer = {"  orrery memory show m-4f0a9c"})
final class MemoryShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The entry's id, or enough of its beginning.")
    String id = "";

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    MemoryShowCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            Entry entry = Entries.find(session, library, id);
            if (json.wanted()) Printing.json(session, Stream.of(EntryJson.of(entry)));
            else Printing.lines(session, EntryText.of(entry));
            return ExitStatus.DONE.code();
        }
    }
}
