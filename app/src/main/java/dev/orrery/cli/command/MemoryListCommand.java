package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.EntryText;
import dev.orrery.cli.wire.EntryJson;
import dev.orrery.memory.Entry;
import dev.orrery.memory.Status;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = {"List entries in the order in which they were recorded."},
        footer = {
            "  orrery memory list",
            "  orrery memory list --status proposed",
            "  orrery memory list --json > entries.jsonl"
        })
final class MemoryListCommand implements Callable<Integer> {
    @Option(
            names = "--status",
            paramLabel = "STATUS",
            converter = StatusConverter.class,
            description = "Those that are live, proposed, rejected or closed; live and proposed when not given.")
    @Nullable
    Status status;

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    MemoryListCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            List<Status> wanted = status == null ? List.of(Status.LIVE, Status.PROPOSED) : List.of(status);
            List<Entry> entries = library.memory().list(wanted);
            if (json.wanted()) Printing.json(session, entries.stream().map(EntryJson::of));
            else Printing.lines(session, entries.stream().map(EntryText::line));
            return ExitStatus.DONE.code();
        }
    }
}
