package dev.orrery.engine.wire;

import static dev.orrery.engine.wire.Parts.amount;
import static dev.orrery.engine.wire.Parts.obj;

import dev.orrery.journal.StoredEvent;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.Outcome;
import dev.orrery.kernel.Router.Candidate;
import dev.orrery.message.Json;
import dev.orrery.plan.Plan;
import java.time.Instant;
import java.util.List;

/** Writes a run's events in their stable form. */
public final class EventWriter {
    private EventWriter() {}

    /** Returns the stored form of {@code event}, which happened at {@code at}. */
    public static StoredEvent write(Event event, Instant at) {
        String type = type(event);
        return new StoredEvent(type, Upcasters.CURRENT.version(type), at, body(event));
    }

    /** Returns the stable name of the event's type. */
    static String type(Event event) {
        return switch (event) {
            case Event.RunStarted _ -> "run.started";
            case Event.PlanProposed _ -> "plan.proposed";
            case Event.PlanAccepted _ -> "plan.accepted";
            case Event.PlanRejected _ -> "plan.rejected";
            case Event.StepAdded _ -> "step.added";
            case Event.StepExpanded _ -> "step.expanded";
            case Event.StepRouted _ -> "step.routed";
            case Event.Requested _ -> "effect.requested";
            case Event.EffectLost _ -> "effect.lost";
            case Event.ContextAssembled _ -> "context.assembled";
            case Event.TurnTaken _ -> "turn.taken";
            case Event.TurnFailed _ -> "turn.failed";
            case Event.ContentFlagged _ -> "content.flagged";
            case Event.ToolStarted _ -> "tool.started";
            case Event.ToolReturned _ -> "tool.returned";
            case Event.ToolRefused _ -> "tool.refused";
            case Event.LoopDetected _ -> "loop.detected";
            case Event.BudgetRefused _ -> "budget.refused";
            case Event.StepSubmitted _ -> "step.submitted";
            case Event.VerdictGiven _ -> "verdict.given";
            case Event.AttemptFailed _ -> "attempt.failed";
            case Event.StepStuck _ -> "step.stuck";
            case Event.StepCompleted _ -> "step.completed";
            case Event.StepGivenUp _ -> "step.gap";
            case Event.StepAbandoned _ -> "step.abandoned";
            case Event.HumanAsked _ -> "human.asked";
            case Event.HumanAnswered _ -> "human.answered";
            case Event.CallEdited _ -> "call.edited";
            case Event.ReportDelivered _ -> "report.delivered";
            case Event.MemoryProposed _ -> "memory.proposed";
            case Event.TimerFired _ -> "timer.fired";
            case Event.RunForked _ -> "run.forked";
            case Event.RunPaused _ -> "run.paused";
            case Event.RunResumed _ -> "run.resumed";
            case Event.RunSteered _ -> "run.steered";
            case Event.CancelRequested _ -> "run.cancelling";
            case Event.RunEnded _ -> "run.ended";
            case Event.FeedbackGiven _ -> "feedback.given";
        };
    }

    private static Json.Obj body(Event event) {
        return switch (event) {
            case Event.RunStarted e ->
                obj("goal", e.goal())
                        .with("options", e.options().toJson())
                        .with("budget", e.budget().toJson())
                        .with("pins", e.pins().toJson());
            case Event.PlanProposed e -> plan(e.plan(), e.author(), e.basedOn());
            case Event.PlanAccepted e -> plan(e.plan(), e.author(), e.basedOn()).with("revision", e.revision());
            case Event.PlanRejected e -> obj("author", e.author()).with("errors", Json.texts(e.errors()));
            case Event.StepAdded e -> {
                Json.Obj added =
                        obj("step", e.step().id()).with("definition", e.step().toJson());
                yield e.reviewOf().map(of -> added.with("reviewOf", of)).orElse(added);
            }
            case Event.StepExpanded e -> obj("step", e.step()).with("items", Json.of(e.items()));
            case Event.StepRouted e ->
                attempt(e.step(), e.attempt())
                        .with("agent", e.agent())
                        .with("candidates", candidates(e.candidates()))
                        .with("learned", e.learned());
            case Event.Requested e -> Effects.write(e.effect()).with("terms", Effects.terms(e.terms()));
            case Event.EffectLost e ->
                obj("effect", e.effect()).with("why", e.why()).with("charged", amount(e.charged()));
            case Event.ContextAssembled e ->
                attempt(e.step(), e.attempt())
                        .with("effect", e.effect())
                        .with("turn", e.turn())
                        .with("window", e.window().hex())
                        .with("tokens", e.tokens())
                        .with("memory", Parts.memory(e.memory()));
            case Event.TurnTaken e ->
                Turned.sent(
                        attempt(e.step(), e.attempt())
                                .with("effect", e.effect())
                                .with("turn", e.turn())
                                .with("answer", Parts.turn(e.answer()))
                                .with("used", amount(e.used()))
                                .with("repairs", e.repairs())
                                .with("label", e.label().toJson()),
                        e.sent());
            case Event.TurnFailed e ->
                Turned.failed(
                        attempt(e.step(), e.attempt())
                                .with("effect", e.effect())
                                .with("turn", e.turn())
                                .with("kind", e.kind().wire())
                                .with("reason", e.reason())
                                .with("used", amount(e.used())),
                        e);
            case Event.ContentFlagged e -> obj("step", e.step()).with("flags", Parts.flags(e.flags()));
            case Event.ToolStarted e -> obj("effect", e.effect());
            case Event.ToolReturned e -> outcome(obj("effect", e.effect()).with("step", e.step()), e.outcome());
            case Event.ToolRefused e ->
                obj("step", e.step())
                        .with("slot", e.slot())
                        .with("call", Parts.call(e.call()))
                        .with("rule", e.rule())
                        .with("why", e.why());
            case Event.LoopDetected e ->
                attempt(e.step(), e.attempt())
                        .with("detector", e.detector())
                        .with("evidence", e.evidence())
                        .with("ends", Json.of(e.ends()));
            case Event.BudgetRefused e ->
                obj("step", e.step()).with("what", e.what()).with("why", e.why());
            case Event.StepSubmitted e -> attempt(e.step(), e.attempt());
            case Event.VerdictGiven e ->
                attempt(e.step(), e.attempt())
                        .with("reviewer", e.reviewer())
                        .with("pass", Json.of(e.pass()))
                        .with("critique", Json.texts(e.critique()));
            case Event.AttemptFailed e ->
                attempt(e.step(), e.attempt())
                        .with("agent", e.agent())
                        .with("kind", e.kind().wire())
                        .with("critique", e.critique());
            case Event.StepStuck e -> obj("step", e.step()).with("why", e.why());
            case Event.StepCompleted e -> attempt(e.step(), e.attempt()).with("agent", e.agent());
            case Event.StepGivenUp e -> obj("step", e.step()).with("text", e.text());
            case Event.StepAbandoned e -> obj("step", e.step()).with("why", e.why());
            case Event.HumanAsked e -> Parts.question(e.question());
            case Event.HumanAnswered e ->
                obj("id", e.question())
                        .with("verdict", Parts.lower(e.verdict()))
                        .with("text", e.text());
            case Event.CallEdited e ->
                obj("id", e.question())
                        .with("step", e.step())
                        .with("slot", e.slot())
                        .with("call", Parts.call(e.call()));
            case Event.ReportDelivered e -> obj("effect", e.effect()).with("files", Json.texts(e.files()));
            case Event.MemoryProposed e ->
                obj("effect", e.effect()).with("step", e.step()).with("entries", Json.texts(e.entries()));
            case Event.TimerFired e -> obj("effect", e.effect());
            case Event.RunForked e -> {
                Json.Obj forked = obj("from", e.from())
                        .with("at", e.seq())
                        .with("options", e.options().toJson())
                        .with("budget", e.budget().toJson());
                yield e.pins().map(pins -> forked.with("pins", pins.toJson())).orElse(forked);
            }
            case Event.RunPaused e -> obj("why", e.why());
            case Event.RunResumed _ -> Json.object();
            case Event.RunSteered e -> obj("text", e.text());
            case Event.CancelRequested e -> obj("why", e.why());
            case Event.RunEnded e -> obj("status", e.status().wire()).with("reason", e.reason());
            case Event.FeedbackGiven e -> Json.object().with("signal", e.signal());
        };
    }

    private static Json.Obj attempt(String step, int attempt) {
        return obj("step", step).with("attempt", attempt);
    }

    private static Json.Obj plan(Plan plan, String author, int basedOn) {
        return obj("author", author).with("basedOn", basedOn).with("plan", plan.toJson());
    }

    private static Json candidates(List<Candidate> candidates) {
        return Json.of(candidates.stream()
                .map(c -> obj("agent", c.agent())
                        .with("score", Json.of(c.score()))
                        .with("available", Json.of(c.available()))
                        .with("why", c.why()))
                .toList());
    }

    private static Json.Obj outcome(Json.Obj body, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Returned r ->
                body.with("outcome", "returned")
                        .with("content", r.content().hex())
                        .with("bytes", r.bytes())
                        .with("label", r.label().toJson());
            case Outcome.NotDone n -> body.with("outcome", "notDone").with("reason", n.reason());
            case Outcome.Unknown u -> body.with("outcome", "unknown").with("reason", u.reason());
        };
    }
}
