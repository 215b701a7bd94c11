package dev.orrery.cli.command;

import dev.orrery.Waiting;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Style;
import dev.orrery.cli.text.Answering;
import dev.orrery.cli.wire.WaitingJson;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "approvals",
        description = {"List what waits for you: over all runs, with the commands that end the wait."},
        footer = {"  orrery approvals", "  orrery approvals --json"})
final class ApprovalsCommand implements Callable<Integer> {
    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ApprovalsCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            List<Waiting> waiting = library.waiting();
            if (json.wanted()) Printing.json(session, waiting.stream().map(WaitingJson::of));
            else Printing.lines(session, waiting.stream().flatMap(this::lines));
            return ExitStatus.DONE.code();
        }
    }

    private Stream<Line> lines(Waiting waiting) {
        Line question = Line.EMPTY.and(waiting.run(), Style.STRONG).and("  " + Answering.question(waiting));
        Stream<Line> commands = Answering.commands(waiting, session::command).stream()
                .map(command -> Line.of("    ").and(command, Style.LIVE));
        return Stream.concat(Stream.of(question), commands);
    }
}
