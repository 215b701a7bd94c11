package dev.orrery.cli.command;

import dev.orrery.EventView;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.EventText;
import dev.orrery.cli.wire.EventJson;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "events",
        description = {"Print the journal of a run: everything that happened, in order."},
        footer = {
            "  orrery events r-20261124",
            "  orrery events r-20261124 --json | jq 'select(.type == \"attempt.failed\")'"
        })
final class EventsCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    EventsCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            List<EventView> events = library.events(library.find(run.text()));
            if (json.wanted()) Printing.json(session, events.stream().map(EventJson::of));
            else
                Printing.lines(
                        session,
                        events.stream()
                                .map(e -> EventText.of(e, session.surroundings().zone())));
            return ExitStatus.DONE.code();
        }
    }
}
