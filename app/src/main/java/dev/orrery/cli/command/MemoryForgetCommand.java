package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.memory.Entry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "forget",
        description = {
            "Close an entry, and all that rests on it.",
            "",
            "It stays in the history and is never retrieved again."
        },
        footer = {"  orrery memory forget m-4f0a9c"})
final class MemoryForgetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The entry's id, or enough of its beginning.")
    String id = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "Why; kept with the entry.")
    String why = "forgotten by the user";

    @Mixin
    final SharedOptions shared;

    private final Session session;

    MemoryForgetCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            Entry entry = Entries.find(session, library, id);
            return Entries.tell(session, library.memory().forget(entry.id(), why), ExitStatus.FAILED);
        }
    }
}
