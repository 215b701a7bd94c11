package dev.orrery.cli.command;

import dev.orrery.OrreryException;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.EntryText;
import dev.orrery.cli.wire.EntryJson;
import dev.orrery.memory.MemoryHits;
import dev.orrery.memory.MemoryQuery;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        description = {"Find live entries and episodes, by words and by meaning."},
        footer = {"  orrery memory search \"how agents retry\""})
final class MemorySearchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "What to look for. Put it in quotes.")
    String text = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Ordinal.Converter.class,
            description = "At most this many; 20 when not given.")
    Ordinal limit = new Ordinal(20);

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    MemorySearchCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        if (text.isBlank())
            throw new OrreryException(OrreryException.Kind.USAGE, "there is nothing to look for; give it words");
        try (Library library = session.open()) {
            var query = MemoryQuery.user(text, session.surroundings().clock().instant(), limit.number());
            List<MemoryHits.Hit> hits = library.memory().search(query).hits();
            if (json.wanted()) Printing.json(session, hits.stream().map(EntryJson::of));
            else Printing.lines(session, hits.stream().map(hit -> EntryText.line(hit.entry())));
            return ExitStatus.DONE.code();
        }
    }
}
