package dev.orrery.cli.command;

import dev.orrery.agent.AgentFiles;
import dev.orrery.agent.Problem;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.terminal.Style;
import dev.orrery.cli.text.AgentText;
import dev.orrery.cli.wire.AgentJson;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {"Check agent definitions and print each fault as FILE:LINE: message."},
        footer = {
            "  orrery agents check agents",
            "  orrery agents check agents/research.md",
            "",
            "Exit status: 0 when all are good, 1 when there are faults."
        })
final class AgentsCheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description = "A definition, or a folder with definitions; the folder 'agents' when not given.")
    @Nullable
    Path path;

    @Option(names = "--agents", paramLabel = "DIR", description = "The folder with agent definitions of your own.")
    @Nullable
    Path agents;

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    AgentsCheckCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        Path checked = path != null ? path : agents != null ? agents : Path.of("agents");
        try (Library library = session.open()) {
            return switch (library.check(checked)) {
                case AgentFiles.Reading.Loaded loaded -> {
                    loaded.notes()
                            .forEach(note ->
                                    session.err().line(AgentText.of(note).text(Style.Colour.OFF)));
                    yield ExitStatus.DONE.code();
                }
                case AgentFiles.Reading.Refused refused -> {
                    List<Problem> problems = refused.problems();
                    if (json.wanted()) Printing.json(session, problems.stream().map(AgentJson::of));
                    else Printing.lines(session, problems.stream().map(AgentText::of));
                    yield ExitStatus.FAILED.code();
                }
            };
        }
    }
}
