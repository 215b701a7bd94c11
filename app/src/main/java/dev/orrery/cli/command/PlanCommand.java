package dev.orrery.cli.command;

import dev.orrery.OrreryException;
import dev.orrery.PlanView;
import dev.orrery.cli.session.ExitStatus;
import dev.orrery.cli.session.JsonOption;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.Session;
import dev.orrery.cli.session.SharedOptions;
import dev.orrery.cli.wire.PlanJson;
import dev.orrery.message.Json;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = {
            "Show the plan of a run, or replace it while the run goes on.",
            "",
            "To change it write the plan to a file with --json, change the file, and give it back with --edit. Steps that are done or under way and that the file leaves as they are, inputs included, are kept; the others are dropped. When the plan was rewritten meanwhile, the change is refused."
        },
        footer = {"  orrery plan r-20261124 --json > plan.json", "  orrery plan r-20261124 --edit plan.json --wait"})
final class PlanCommand implements Callable<Integer> {
    @Mixin
    final RunParameter run = new RunParameter();

    @Option(
            names = "--edit",
            paramLabel = "FILE",
            description = "Take the plan in FILE, as --json prints it or by itself; - reads it from stdin.")
    @Nullable
    Path edit;

    @Option(
            names = "--based-on",
            paramLabel = "REVISION",
            description = "The revision that FILE was made from, when FILE does not say so itself.")
    Optional<Integer> basedOn = Optional.empty();

    @Option(names = "--wait", description = "Then go on with the run, and stay with it until it ends or waits.")
    boolean wait;

    @Mixin
    final JsonOption json = new JsonOption();

    @Mixin
    final SharedOptions shared;

    private final Session session;

    PlanCommand(Session session) {
        this.session = session;
        this.shared = new SharedOptions(session);
    }

    @Override
    public Integer call() {
        Optional<Json> edited = Optional.ofNullable(edit).map(file -> TextFile.json(session, file));
        try (Library library = session.open()) {
            String full = library.find(run.text());
            return edited.isPresent() ? replace(library, full, edited.get()) : show(library.plan(full));
        }
    }

    private int show(PlanView plan) {
        if (json.wanted()) Printing.json(session, Stream.of(PlanJson.of(plan)));
        else {
            session.out().line(plan.proposed() ? "A plan that waits for leave:" : "Revision " + plan.revision() + ":");
            session.out().text(plan.text());
        }
        return ExitStatus.DONE.code();
    }

    private int replace(Library library, String full, Json edited) {
        Json plan = edited.at("plan").orElse(edited);
        Optional<Long> said =
                edited.at("plan").isPresent() && edited.at("revision").isPresent()
                        ? Optional.of(edited.number("revision", 0))
                        : basedOn.map(Integer::longValue);
        long revision = said.orElseThrow(
                () -> new OrreryException(
                        OrreryException.Kind.USAGE,
                        "the file does not say which revision it was made from; take the form that --json prints, or say --based-on"));
        int now = library.propose(full, Math.toIntExact(revision), plan);
        return Waits.goOn(session, library, full, "the plan is at revision " + now, wait);
    }
}
