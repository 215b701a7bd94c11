package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "pause",
        description = {
            "Hold a run: nothing new is begun.",
            "",
            "Calls that are under way finish and are kept. 'orrery resume RUN' goes on, also much later and after a crash."
        },
        footer = {"  orrery pause r-20261124"})
final class PauseCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why, for the journal.")
    String why = "";

    @Mixin
    final SharedOptions shared;

    private final Session session;

    PauseCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            String full = library.find(run.text());
            library.pause(full, why);
            session.say("run " + full + " is paused; go on with: " + session.command("resume", full));
            return ExitStatus.DONE.code();
        }
    }
}
