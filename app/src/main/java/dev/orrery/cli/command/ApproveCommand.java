package dev.orrery.cli.command;

import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        description = {"Allow what a run waits to do: exactly what 'orrery approvals' shows, once."},
        footer = {
            "  orrery approve r-20261124 q1 --wait",
            "  echo '{\"path\": \"draft.md\", \"text\": \"…\"}' | orrery approve r-20261124 q1 --edit -"
        })
final class ApproveCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Parameters(index = "1", paramLabel = "ID", description = "What waits, by its id in 'orrery approvals'.")
    String id = "";

    @Option(names = "--wait", description = "Then go on with the run, and stay with it until it ends or waits again.")
    boolean wait;

    @Option(
            names = "--edit",
            paramLabel = "FILE",
            description =
                    "Allow the call with the arguments in FILE, a JSON object, in place of its own; - reads them from stdin.")
    @Nullable
    Path edit;

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ApproveCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            String full = library.find(run.text());
            if (edit == null) library.approve(full, id);
            else library.approve(full, id, TextFile.json(session, edit));
            return Waits.goOn(session, library, full, "approved", wait);
        }
    }
}
