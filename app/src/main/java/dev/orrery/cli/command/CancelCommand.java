package dev.orrery.cli.command;

import dev.orrery.RunView;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.Answering;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "cancel",
        description = {
            "End a run for good.",
            "",
            "What it has done stays in the journal. A call that cannot be repeated and has begun is waited for; when nobody learns what became of it the run ends all the same, and 'orrery resolve' records it later."
        },
        footer = {"  orrery cancel r-20261124"})
final class CancelCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    CancelCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            String id = library.find(run.text());
            library.cancel(id, "cancelled by the user");
            RunView view = library.show(id);
            session.say(
                    view.status().ended()
                            ? "run " + id + " is cancelled"
                            : "run " + id + " is being cancelled; it ends when its last call is answered");
            view.waiting().forEach(waiting -> {
                session.say("unresolved: " + Answering.question(waiting));
                Answering.commands(waiting, session::command).forEach(command -> session.say("  " + command));
            });
            return ExitStatus.DONE.code();
        }
    }
}
