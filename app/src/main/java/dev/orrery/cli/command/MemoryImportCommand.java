package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.memory.Memory;
import dev.orrery.memory.Proposal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Add entries from a file, one JSON object per line.",
            "",
            "Each has a text and may have kind, namespace, rule, data and sources, as 'orrery memory list --json' prints them. What is there already stays as it is; episodes are passed over."
        },
        footer = {"  orrery memory import entries.jsonl"})
final class MemoryImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file with the entries.")
    Path file = Path.of("");

    @Mixin
    final SharedOptions shared;

    private final Session session;

    MemoryImportCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        List<Proposal> proposals = EntryLines.read(file);
        try (Library library = session.open()) {
            int added = 0;
            for (Proposal proposal : proposals) {
                switch (library.memory().add(proposal)) {
                    case Memory.Outcome.Done _ -> added++;
                    case Memory.Outcome.Known _ -> {}
                    case Memory.Outcome.Refused refused ->
                        session.say("not added: " + Plain.line(proposal.text()) + ": " + refused.reason());
                }
            }
            session.say(added + " of " + proposals.size() + " entries added");
            return ExitStatus.DONE.code();
        }
    }
}
