package dev.orrery.cli.command;

import dev.orrery.ForkRequest;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "retry",
        description = {
            "Have a step done again, and stay with the run until it ends or waits.",
            "",
            "While the step is under way it gets another attempt. Otherwise, and with --id or --with, a copy of the run is made from before the step's first attempt, and that is run: what was done before stays done."
        },
        footer = {
            "  orrery retry r-20261124 write",
            "  orrery retry r-20261124 research/copper-finch --with model=openai:gpt-5-mini"
        })
final class RetryCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Parameters(index = "1", paramLabel = "STEP", description = "The step, by its name in 'orrery show'.")
    String step = "";

    @Mixin
    final ForkOptions options;

    @Mixin
    final SharedOptions shared;

    private final Session session;

    RetryCommand(Session session) {
        this.session = session;
        this.options = new ForkOptions(session);
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        ForkRequest request = options.request();
        try (Library library = options.open()) {
            String again = library.retry(library.find(run.text()), step, request);
            session.say("step " + step + " is done again in run " + again);
            return Waits.goOn(session, library, again, "", true);
        }
    }
}
