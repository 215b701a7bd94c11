package dev.orrery.cli.command;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = {"List the agents that steps can be given to, built-in ones included, and what answers for each."
        },
        footer = {
            "  orrery agents list --agents agents",
            "  orrery agents list --model openai:gpt-5-mini",
        })
final class AgentsListCommand implements Callable<Integer> {
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

    AgentsListCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
        this.model = new ModelOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open(Optional.ofNullable(agents), model.wish(), Knowledge.Progress.UNSEEN)) {
            List<Roster.Member> all = library.agents();
            if (json.wanted()) Printing.json(session, all.stream().map(AgentJson::of));
            else Printing.cut(session, AgentText.list(all));
            return ExitStatus.DONE.code();
        }
    }
}
