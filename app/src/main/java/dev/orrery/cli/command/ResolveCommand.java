package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resolve",
        description = {
            "Say what became of a call whose outcome is unknown.",
            "",
            "A call that cannot be repeated and had begun when the program died, or that gave no answer in time, is never made again by itself: look where it would have had its effect. The agent gets what you say as the call's answer. This can be said after the run's end, too."
        },
        footer = {
            "  orrery resolve r-20261124 e12 --happened '{\"ticket\": 4711}' --wait",
            "  orrery resolve r-20261124 e12 --did-not"
        })
final class ResolveCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Parameters(index = "1", paramLabel = "EFFECT", description = "The call, by its id in 'orrery approvals'.")
    String effect = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    Found found = new Found();

    /** One of the two. */
    static final class Found {
        @Option(
                names = "--happened",
                paramLabel = "RESULT",
                description = "It happened and gave RESULT: JSON, or else text.")
        Optional<String> result = Optional.empty();

        @Option(names = "--did-not", description = "It did not happen; the agent is told that the call failed.")
        boolean not;
    }

    @Option(names = "--wait", description = "Then go on with the run, and stay with it until it ends or waits again.")
    boolean wait;

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ResolveCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            String full = library.find(run.text());
            library.resolve(full, effect, found.result.map(ResolveCommand::json));
            if (library.show(full).status().ended()) {
                session.say("resolved; run " + full + " has ended and stays as it is");
                return ExitStatus.DONE.code();
            }
            return Waits.goOn(session, library, full, "resolved", wait);
        }
    }

    private static Json json(String text) {
        try {
            return JsonText.parse(text);
        } catch (IllegalArgumentException e) {
            return Json.of(text);
        }
    }
}
