package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.memory.Proposal;
import dev.orrery.message.Json;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = {"Add an entry. It holds at once, since you say so."},
        footer = {
            "  orrery memory add \"Our fiscal year begins in July.\"",
            "  orrery memory add --kind rule \"A summary of at most five lines.\"",
            "  orrery memory add --kind rule --rule '{\"omit\":[\"pricing\"]}' \"Leave pricing out.\""
        })
final class MemoryAddCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "What is to be remembered. Put it in quotes.")
    String text = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "What it is: fact, rule, preference, procedure; fact when not given.")
    String kind = "fact";

    @Option(names = "--namespace", paramLabel = "NAME", description = "Where it belongs; 'user' when not given.")
    String namespace = "user";

    @Option(
            names = "--rule",
            paramLabel = "JSON",
            converter = JsonConverter.class,
            description =
                    "For a rule, the form that the built-in writer applies: cover, order, omit, summaryLinesMax, replace, rename.")
    @Nullable
    Json rule;

    @Mixin
    final SharedOptions shared;

    private final Session session;

    MemoryAddCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        Proposal proposal = Proposal.user(kind, namespace, text);
        try (Library library = session.open()) {
            return Entries.tell(
                    session, library.memory().add(rule == null ? proposal : proposal.withRule(rule)), ExitStatus.USAGE);
        }
    }
}
