package dev.orrery.cli.command;

import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.text.Quantities;
import dev.orrery.engine.history.RunManifest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Write a run with all that it names to one file.",
            "",
            "The file holds whatever the run's agents were shown, documents included. The same history gives the same bytes. The run stays as it is."
        },
        footer = {"  orrery export r-20261124 --out r-20261124.orrery"})
final class ExportCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write; it must not exist.")
    Path file = Path.of("");

    @Mixin
    final SharedOptions shared;

    private final Session session;

    ExportCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        try (Library library = session.open()) {
            RunManifest written = library.exportRun(library.find(run.text()), file);
            session.say("run " + written.run() + " is in " + file + ": "
                    + Quantities.count(written.events(), "event") + ", "
                    + Quantities.count(written.contents(), "content"));
            return ExitStatus.DONE.code();
        }
    }
}
