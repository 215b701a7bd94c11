package dev.orrery.engine.wire;

import dev.orrery.journal.JournalNewer;
import dev.orrery.journal.Recorded;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.FailureKind;
import dev.orrery.kernel.Options;
import dev.orrery.kernel.Outcome;
import dev.orrery.kernel.Pins;
import dev.orrery.kernel.Router.Candidate;
import dev.orrery.kernel.RunStatus;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.plan.Plan;
import dev.orrery.plan.PlanReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a run's events back from their stable form. What it does not know it refuses: guessing would alter history. */
public final class EventReader {
    /** The version of the forms within events: turns and effects. */
    static final int VERSION = 1;

    private EventReader() {}

    /**
     * Returns the event that {@code recorded} holds.
     *
     * @throws JournalNewer when its type or version is not known here
     */
    public static Event read(Recorded recorded) {
        if (!Upcasters.CURRENT.knows(recorded.event())) throw unknown(recorded);
        Json b = Upcasters.CURRENT.body(recorded.event());
        String step = b.text("step");
        String effect = b.text("effect");
        int attempt = (int) b.number("attempt", 0);
        return switch (recorded.event().type()) {
            case "run.started" ->
                new Event.RunStarted(
                        recorded.stream().id(),
                        b.text("goal"),
                        Options.of(part(b, "options")),
                        Budget.of(part(b, "budget")),
                        Pins.of(part(b, "pins")),
                        recorded.event().at());
            case "plan.proposed" ->
                new Event.PlanProposed((int) b.number("basedOn", 0), b.text("author"), plan(recorded, b));
            case "plan.accepted" ->
                new Event.PlanAccepted(
                        (int) b.number("revision", 0),
                        (int) b.number("basedOn", 0),
                        b.text("author"),
                        plan(recorded, b));
            case "plan.rejected" -> new Event.PlanRejected(b.text("author"), b.textList("errors"));
            case "step.added" ->
                new Event.StepAdded(
                        PlanReader.step(part(b, "definition")).orElseThrow(() -> unknown(recorded)),
                        optional(b, "reviewOf"));
            case "step.expanded" -> new Event.StepExpanded(step, b.list("items"));
            case "step.routed" ->
                new Event.StepRouted(step, attempt, b.text("agent"), candidates(b), b.number("learned", 0));
            case "effect.requested" -> new Event.Requested(Effects.read(b), Effects.terms(part(b, "terms")));
            case "effect.lost" -> new Event.EffectLost(effect, b.text("why"), amount(b, "charged"));
            case "context.assembled" ->
                new Event.ContextAssembled(
                        effect,
                        step,
                        attempt,
                        (int) b.number("turn", 0),
                        new Hash(b.text("window")),
                        b.number("tokens", 0),
                        Parts.memory(part(b, "memory")));
            case "turn.taken" ->
                new Event.TurnTaken(
                        effect,
                        step,
                        attempt,
                        (int) b.number("turn", 0),
                        Parts.turn(part(b, "answer")),
                        amount(b, "used"),
                        (int) b.number("repairs", 0),
                        Label.of(part(b, "label")),
                        Turned.sent(b));
            case "turn.failed" ->
                new Event.TurnFailed(
                        effect,
                        step,
                        attempt,
                        (int) b.number("turn", 0),
                        FailureKind.of(b.text("kind")),
                        b.text("reason"),
                        amount(b, "used"),
                        Turned.then(b),
                        Turned.sent(b));
            case "content.flagged" -> new Event.ContentFlagged(step, Parts.flags(part(b, "flags")));
            case "tool.started" -> new Event.ToolStarted(effect);
            case "tool.returned" -> new Event.ToolReturned(effect, step, outcome(b));
            case "tool.refused" ->
                new Event.ToolRefused(
                        step, (int) b.number("slot", 0), Parts.call(part(b, "call")), b.text("rule"), b.text("why"));
            case "loop.detected" ->
                new Event.LoopDetected(step, attempt, b.text("detector"), b.text("evidence"), b.flag("ends"));
            case "budget.refused" -> new Event.BudgetRefused(step, b.text("what"), b.text("why"));
            case "step.submitted" -> new Event.StepSubmitted(step, attempt);
            case "verdict.given" ->
                new Event.VerdictGiven(step, attempt, b.text("reviewer"), b.flag("pass"), b.textList("critique"));
            case "attempt.failed" ->
                new Event.AttemptFailed(
                        step, attempt, b.text("agent"), FailureKind.of(b.text("kind")), b.text("critique"));
            case "step.stuck" -> new Event.StepStuck(step, b.text("why"));
            case "step.completed" -> new Event.StepCompleted(step, attempt, b.text("agent"));
            case "step.gap" -> new Event.StepGivenUp(step, b.text("text"));
            case "step.abandoned" -> new Event.StepAbandoned(step, b.text("why"));
            case "human.asked" -> new Event.HumanAsked(Parts.question(b));
            case "human.answered" ->
                new Event.HumanAnswered(
                        b.text("id"),
                        Event.Verdict.valueOf(b.text("verdict").toUpperCase(Locale.ROOT)),
                        b.text("text"));
            case "call.edited" ->
                new Event.CallEdited(b.text("id"), step, (int) b.number("slot", 0), Parts.call(part(b, "call")));
            case "report.delivered" -> new Event.ReportDelivered(effect, b.textList("files"));
            case "memory.proposed" -> new Event.MemoryProposed(effect, step, b.textList("entries"));
            case "timer.fired" -> new Event.TimerFired(effect);
            case "run.forked" ->
                new Event.RunForked(
                        b.text("from"),
                        b.number("at", 0),
                        Options.of(part(b, "options")),
                        Budget.of(part(b, "budget")),
                        b.at("pins").map(Pins::of),
                        recorded.event().at());
            case "run.paused" -> new Event.RunPaused(b.text("why"));
            case "run.resumed" -> new Event.RunResumed();
            case "run.steered" -> new Event.RunSteered(b.text("text"));
            case "run.cancelling" -> new Event.CancelRequested(b.text("why"));
            case "run.ended" -> new Event.RunEnded(RunStatus.of(b.text("status")), b.text("reason"));
            case "feedback.given" -> new Event.FeedbackGiven(part(b, "signal"));
            default -> throw unknown(recorded);
        };
    }

    private static JournalNewer unknown(Recorded r) {
        String what =
                "event " + r.seq() + " of " + r.stream() + ", '" + r.event().type() + "',";
        return new JournalNewer(
                what, r.event().version(), Upcasters.CURRENT.version(r.event().type()));
    }

    private static Json part(Json body, String name) {
        return body.at(name).orElse(Json.object());
    }

    private static Optional<String> optional(Json body, String name) {
        return body.at(name).flatMap(Json::asText);
    }

    private static Amount amount(Json body, String name) {
        return Amount.of(part(body, name));
    }

    private static Plan plan(Recorded recorded, Json body) {
        return switch (PlanReader.read(part(body, "plan"))) {
            case PlanReader.Reading.Read read -> read.plan();
            case PlanReader.Reading.Malformed _ -> throw unknown(recorded);
        };
    }

    private static List<Candidate> candidates(Json body) {
        return body.list("candidates").stream()
                .map(c -> new Candidate(c.text("agent"), c.decimal("score", 0), c.flag("available"), c.text("why")))
                .toList();
    }

    private static Outcome outcome(Json b) {
        return switch (b.text("outcome")) {
            case "returned" ->
                new Outcome.Returned(new Hash(b.text("content")), b.number("bytes", 0), Label.of(part(b, "label")));
            case "notDone" -> new Outcome.NotDone(b.text("reason"));
            default -> new Outcome.Unknown(b.text("reason"));
        };
    }
}
