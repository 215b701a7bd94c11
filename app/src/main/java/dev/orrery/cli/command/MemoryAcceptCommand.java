package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.memory.Entry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "accept",
        description = {
            "Let a proposal hold from now on.",
            "",
            "Live entries that say otherwise are closed. An entry that was to be looked at again is confirmed."
        },
        footer = {"  orrery memory accept m-4f0a9c"})
final class MemoryAcceptCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The entry's id, or enough of its beginning.")
    String id = "";

    @Mixin
    final SharedOptions shared;

    private final Session session;

    MemoryAcceptCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            Entry entry = Entries.find(session, library, id);
            return Entries.tell(session, library.memory().accept(entry.id()), ExitStatus.FAILED);
        }
    }
}
