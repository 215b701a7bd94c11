package dev.orrery.cli.command;

import dev.orrery.WindowView;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.WindowDiff;
import dev.orrery.cli.text.WindowText;
import dev.orrery.cli.wire.WindowJson;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "context",
        description = {
            "Show exactly what an agent saw: each section of its window with its size, each piece with where it comes from, and what was left out and why."
        },
        footer = {
            "  orrery context r-20261124 research/tarnwick",
            "  orrery context r-20261124 write --attempt 1 --turn 2",
            "  orrery context r-20261124 research/tarnwick --diff research/copper-finch"
        })
final class ContextCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Parameters(index = "1", paramLabel = "STEP", description = "The step, by its id in 'orrery show'.")
    String step = "";

    @Option(
            names = "--attempt",
            paramLabel = "N",
            converter = Ordinal.Converter.class,
            description = "The attempt, counted from 1; the last when not given.")
    @Nullable
    Ordinal attempt;

    @Option(
            names = "--turn",
            paramLabel = "N",
            converter = Ordinal.Converter.class,
            description = "The turn within the attempt, counted from 1; the last when not given.")
    @Nullable
    Ordinal turn;

    @Option(
            names = "--diff",
            paramLabel = "STEP2",
            description = "Show how the window of STEP2 differs from this one, section by section.")
    @Nullable
    String diff;

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ContextCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            String id = library.find(run.text());
            WindowView view = library.context(id, step, number(attempt), number(turn));
            if (diff == null) {
                if (json.wanted()) Printing.json(session, Stream.of(WindowJson.of(view)));
                else Printing.lines(session, WindowText.of(view));
            } else {
                WindowDiff difference = WindowDiff.of(view, library.context(id, diff, number(attempt), number(turn)));
                if (json.wanted()) Printing.json(session, Stream.of(WindowJson.of(difference)));
                else Printing.lines(session, difference.lines());
            }
            return ExitStatus.DONE.code();
        }
    }

    private static Optional<Integer> number(@Nullable Ordinal ordinal) {
        return Optional.ofNullable(ordinal).map(Ordinal::number);
    }
}
