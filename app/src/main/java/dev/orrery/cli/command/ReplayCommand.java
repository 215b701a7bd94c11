package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.ReplayText;
import dev.orrery.cli.wire.ReplayJson;
import dev.orrery.engine.history.Replayed;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "replay",
        description = {
            "Make a run's state from its events again, and compare.",
            "",
            "Nothing is done again: no agent is asked and no tool called. The state after each event, the stored form of each event, and what lists say of the run have to be the same."
        },
        footer = {"  orrery replay r-20261124", "", "Exit status: 0 when all is the same, 1 when anything is not."})
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ReplayCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            Replayed replayed = library.replay(library.find(run.text()));
            if (json.wanted()) Printing.json(session, Stream.of(ReplayJson.of(replayed)));
            else Printing.lines(session, List.of(ReplayText.of(replayed)));
            return (replayed.same() ? ExitStatus.DONE : ExitStatus.FAILED).code();
        }
    }
}
