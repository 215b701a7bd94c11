package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "steer",
        description = {
            "Tell the agents of a run something while it runs.",
            "",
            "Every agent is shown the note from its next turn on; 'orrery context' shows it under 'steering'. Agents with a model take it into account; the built-in ones follow the plan."
        },
        footer = {"  orrery steer r-20261124 \"Only what is true of version 3.\""})
final class SteerCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Parameters(index = "1", paramLabel = "TEXT", description = "The note. Put it in quotes.")
    String text = "";

    @Mixin
    final SharedOptions shared;

    private final Session session;

    SteerCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            String full = library.find(run.text());
            library.steer(full, text);
            session.say("run " + full + " is told; its agents see it from their next turns on");
            return ExitStatus.DONE.code();
        }
    }
}
