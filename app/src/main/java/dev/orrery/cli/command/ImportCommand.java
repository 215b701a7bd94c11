package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.Quantities;
import dev.orrery.engine.history.RunImport.Imported;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Take a run in from a file that 'orrery export' wrote.",
            "",
            "All of the file is checked first; of one that is damaged or of a newer Orrery nothing is kept. A run that is here already stays as it is. Importing does nothing of what the run still wants to do: only 'orrery resume' does, so look at a file from someone else before you resume its run."
        },
        footer = {"  orrery import r-20261124.orrery"})
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file to read.")
    Path file = Path.of("");

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ImportCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            Imported imported = library.importRun(file);
            String run = imported.manifest().run();
            session.say(
                    imported.added() == 0
                            ? "run " + run + " is here already, with the same history"
                            : "run " + run + " is imported: " + Quantities.count(imported.added(), "event")
                                    + "; see it with '" + session.command("show", run) + "'");
            return ExitStatus.DONE.code();
        }
    }
}
