package dev.orrery.cli.command;

import dev.orrery.cli.doctor.Finding;
import dev.orrery.cli.doctor.Inside;
import dev.orrery.cli.doctor.Machine;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.ModelOptions;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = "Check what works here and what does not, and say what to do.",
        footer = {"  orrery doctor", "", "Exit status: 0 when Orrery works here, 1 when something fails."})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    final ModelOptions model;

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    DoctorCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
        this.model = new ModelOptions(session);
    }

    @Override
    public Integer call() {
        var findings = new ArrayList<Finding>(Machine.check(session.home()));
        // A home that is not there has no journal yet, and looking is no reason to make one.
        if (Files.isDirectory(session.home())) findings.add(Inside.journal(session::open));
        findings.add(Inside.reading(session.surroundings().source()));
        findings.add(Inside.model(model::setting, session::variable));
        if (json.wanted()) Printing.json(session, findings.stream().map(Finding::toJson));
        else Printing.lines(session, findings.stream().map(Finding::line));
        boolean fails = findings.stream().anyMatch(f -> f.state() == Finding.State.FAIL);
        return (fails ? ExitStatus.FAILED : ExitStatus.DONE).code();
    }
}
