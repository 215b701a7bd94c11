package dev.orrery.cli.command;

import dev.orrery.OrreryException;
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
        name = "reject",
        description = {"Turn a proposal down, or close an entry that was to be looked at again."},
        footer = {"  orrery memory reject m-4f0a9c --why \"This was true of version 1 only.\""})
final class MemoryRejectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The entry's id, or enough of its beginning.")
    String id = "";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why; kept with the entry.")
    String why = "";

    @Mixin
    final SharedOptions shared;

    private final Session session;

    MemoryRejectCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        if (why.isBlank()) throw new OrreryException(OrreryException.Kind.USAGE, "--why is empty; say why");
        try (Library library = session.open()) {
            Entry entry = Entries.find(session, library, id);
            return Entries.tell(session, library.memory().reject(entry.id(), why), ExitStatus.FAILED);
        }
    }
}
