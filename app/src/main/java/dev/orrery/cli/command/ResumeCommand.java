package dev.orrery.cli.command;

import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "resume",
        description = {
            "Go on with a run, and stay with it until it ends or waits.",
            "",
            "A run that another process works on is joined; of a run that has ended the report is printed again."
        },
        footer = {"  orrery resume r-20261124"})
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ResumeCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        var follower = new Follower(session, json.wanted() ? Follower.Answer.EVENTS : Follower.Answer.REPORT);
        try (Library library = session.open(Optional.empty(), Optional.empty(), follower::reading)) {
            String id = library.find(run.text());
            return follower.follow(Optional.of(id), listener -> library.resume(id, listener))
                    .code();
        }
    }
}
