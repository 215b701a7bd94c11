package dev.orrery.cli.command;

import dev.orrery.OrreryException;
import dev.orrery.agent.Roster;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.ModelOptions;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.AgentText;
import dev.orrery.cli.wire.AgentJson;
import dev.orrery.memory.Knowledge;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = {"Show an agent's definition: what it can be asked for, its tools, its limits, its instructions."
        },
        footer = {"  orrery agents show research"})
final class AgentsShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The agent's name.")
    String name = "";

    @Option(names = "--agents", paramLabel = "DIR", description = "The folder with agent definitions of your own.")
    @Nullable
    Path agents;

    @Mixin
    final ModelOptions model;

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    AgentsShowCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
        this.model = new ModelOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open(Optional.ofNullable(agents), model.wish(), Knowledge.Progress.UNSEEN)) {
            Roster.Member agent = library.agents().stream()
                    .filter(a -> a.card().name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new OrreryException(
                            OrreryException.Kind.FAILED,
                            "there is no agent '" + name + "'; '" + session.command("agents", "list")
                                    + "' lists them"));
            if (json.wanted()) Printing.json(session, Stream.of(AgentJson.of(agent)));
            else Printing.lines(session, AgentText.of(agent));
            return ExitStatus.DONE.code();
        }
    }
}
