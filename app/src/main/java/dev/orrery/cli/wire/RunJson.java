package dev.orrery.cli.wire;

import static dev.orrery.cli.wire.Members.orNull;
import static dev.orrery.cli.wire.Members.spent;

import dev.orrery.RunSummary;
import dev.orrery.RunView;
import dev.orrery.StepView;
import dev.orrery.cli.text.Report;
import dev.orrery.message.Json;

/** The forms of a run: as a whole, and in a list. */
public final class RunJson {
    private RunJson() {}

    /** Returns the form that a run by itself prints. */
    public static Json.Obj of(RunView run) {
        return Json.object()
                .with("run", run.run())
                .with("goal", run.goal())
                .with("status", run.status().wire())
                .with("reason", orNull(run.reason()))
                .with("started", run.started().toString())
                .with("steps", Json.of(run.steps().stream().map(RunJson::step).toList()))
                .with("spent", spent(run.spent()))
                .with("budget", run.budget().toJson())
                .with("gaps", Members.gaps(run.gaps()))
                .with(
                        "waiting",
                        Json.of(run.waiting().stream().map(WaitingJson::brief).toList()))
                .with("flags", Json.of(run.flags().stream().map(RunJson::flag).toList()))
                .with("plan", orNull(run.plan()))
                .with("fork", orNull(run.fork()))
                .with("report", Report.text(run.report()));
    }

    /** Returns the form that the list of runs prints. */
    public static Json.Obj of(RunSummary run) {
        return Json.object()
                .with("run", run.run())
                .with("goal", run.goal())
                .with("status", run.status().wire())
                .with("started", run.started().toString())
                .with("updated", run.updated().toString());
    }

    private static Json step(StepView step) {
        return Json.object()
                .with("step", step.step())
                .with("parent", orNull(step.parent()))
                .with("item", orNull(step.item()))
                .with("capability", step.capability())
                .with("agent", orNull(step.agent()))
                .with("status", step.status())
                .with("attempts", step.attempts())
                .with("repairs", step.repairs())
                .with("fallback", Json.of(step.fallback()))
                .with(
                        "inputs",
                        Json.of(step.inputs().stream().map(RunJson::input).toList()))
                .with("spent", spent(step.spent()))
                .with("millis", step.millis())
                .with("verdict", orNull(step.verdict()))
                .with("gap", orNull(step.gap()))
                .with(
                        "tries",
                        Json.of(step.tries().stream().map(RunJson::attempt).toList()));
    }

    private static Json input(StepView.Input input) {
        return Json.object()
                .with("name", input.name())
                .with("from", input.from())
                .with("hash", input.hash());
    }

    private static Json attempt(StepView.Try attempt) {
        return Json.object()
                .with("attempt", attempt.attempt())
                .with("agent", attempt.agent())
                .with("standIn", Json.of(attempt.standIn()))
                .with("turns", attempt.turns())
                .with("spent", spent(attempt.spent()))
                .with("millis", attempt.millis())
                .with("failure", orNull(attempt.failure()));
    }

    private static Json flag(RunView.Flag flag) {
        return Json.object()
                .with("kind", flag.kind())
                .with("source", flag.source())
                .with("text", flag.text());
    }
}
