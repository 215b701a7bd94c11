package dev.orrery.cli.command;

import dev.orrery.ForkRequest;
import dev.orrery.Forked;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "fork",
        description = {
            "Copy a run up to one of its events into a run of its own. Does not run it.",
            "",
            "The copy has what the run had seen and done by then; memory is read as it is now. Approvals are asked for again, and of a call that cannot be repeated and was open a human says what became of it. The original stays as it is."
        },
        footer = {
            "  orrery fork r-20261124 --at 57",
            "  orrery fork r-20261124 --at 57 --id second-try --with budget=turns=400"
        })
final class ForkCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Option(
            names = "--at",
            required = true,
            paramLabel = "SEQ",
            description = "The last event to copy, by its number in 'orrery events'. Events of one decision are copied "
                    + "together; the decision that ends a run is left out.")
    long at;

    @Mixin
    final ForkOptions options;

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ForkCommand(Session session) {
        this.session = session;
        this.options = new ForkOptions(session);
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        ForkRequest request = options.request();
        try (Library library = options.open()) {
            Forked forked = library.fork(library.find(run.text()), at, request);
            String end = forked.at() == at ? "" : ", where the decision that holds event " + at + " ends or begins";
            session.say("run " + forked.run() + " is a copy of " + forked.from() + " up to event " + forked.at() + end
                    + "; go on with: " + session.command("resume", forked.run()));
            return ExitStatus.DONE.code();
        }
    }
}
