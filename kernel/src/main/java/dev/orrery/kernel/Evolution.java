package dev.orrery.kernel;

import dev.orrery.kernel.RunState.Debt;
import dev.orrery.kernel.StepState.Phase;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.plan.Plan;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PMap;

/** What each event makes of the state. Nothing here decides anything. */
final class Evolution {
    private Evolution() {}

    static RunState after(RunState s, Event event) {
        return switch (event) {
            case Event.RunStarted e -> started(s, e);
            case Event.PlanProposed e -> s.with(s.progress().pending(Optional.of(e.plan())));
            case Event.PlanAccepted e ->
                s.with(s.graph().revise(e.plan())).with(s.progress().accepted(e.plan(), e.revision()));
            case Event.PlanRejected _ -> s;
            case Event.StepAdded e -> added(s, e);
            case Event.StepExpanded e -> s.with(s.graph().expand(e.step(), e.items()));
            case Event.StepRouted e ->
                s.with(s.graph().put(step(s, e.step()).routed(Attempt.begin(e.attempt(), e.agent()))));
            case Event.Requested e -> requested(s, e);
            case Event.EffectLost e -> lost(s, e);
            case Event.ContextAssembled e -> assembled(closed(s, e.effect(), Amount.ZERO), e);
            case Event.TurnTaken e -> taken(closed(s, e.effect(), e.used()), e);
            case Event.TurnFailed e -> failed(closed(s, e.effect(), e.used()), e);
            case Event.ToolStarted e -> begun(s, e.effect());
            case Event.ToolReturned e -> returned(s, e);
            case Event.ToolRefused e -> refused(s, e);
            case Event.LoopDetected e ->
                e.ends()
                        ? s
                        : attempt(
                                s, e.step(), a -> a.warned(new Past.Objected(Past.Objected.LOOP_GUARD, e.evidence())));
            case Event.ContentFlagged _, Event.BudgetRefused _, Event.VerdictGiven _, Event.FeedbackGiven _ -> s;
            case Event.StepSubmitted e -> s.with(s.graph().put(step(s, e.step()).in(Phase.REVIEW)));
            case Event.AttemptFailed e ->
                s.with(s.graph()
                        .put(step(s, e.step())
                                .failed(new StepState.Failure(e.attempt(), e.agent(), e.kind(), e.critique()))));
            case Event.StepStuck e -> s.with(s.graph().put(step(s, e.step()).in(Phase.STUCK)));
            case Event.StepCompleted e -> s.with(s.graph().end(step(s, e.step()).in(Phase.DONE)));
            case Event.StepGivenUp e ->
                s.with(s.graph().end(step(s, e.step()).givenUp(e.text())))
                        .with(s.progress().gap(new Plan.Gap(e.step(), e.text())));
            case Event.StepAbandoned e -> abandoned(s, e.step());
            case Event.HumanAsked e ->
                s.asking(s.questions().plus(e.question().id(), e.question()))
                        .with(s.progress().questioned());
            case Event.HumanAnswered e -> answered(s, e);
            case Event.CallEdited e -> edited(s, e);
            case Event.ReportDelivered e -> closed(s, e.effect(), Amount.ZERO);
            case Event.MemoryProposed e -> closed(s, e.effect(), Amount.ZERO);
            case Event.TimerFired e -> fired(s, e);
            case Event.RunForked e -> forked(s, e);
            case Event.RunPaused e -> paused(s, e);
            case Event.RunResumed _ ->
                s.with(s.progress().guided(s.progress().guidance().pausing(Optional.empty())));
            case Event.RunSteered e ->
                s.with(s.progress().guided(s.progress().guidance().noting(e.text())));
            case Event.CancelRequested e -> s.with(s.progress().cancelling(e.why()));
            case Event.RunEnded e -> s.with(s.progress().ended(new RunState.Ending(e.status(), e.reason())));
        };
    }

    private static StepState step(RunState s, String id) {
        return s.graph().get(id);
    }

    private static RunState started(RunState s, Event.RunStarted e) {
        return new RunState(
                Optional.of(new RunState.Start(e.run(), e.goal(), e.options(), e.pins(), e.at(), Optional.empty())),
                s.graph(),
                new Ledger(e.budget(), Amount.ZERO, Amount.ZERO),
                s.owed(),
                s.questions(),
                s.granted(),
                s.made(),
                s.progress());
    }

    /** What is open of a call that cannot be repeated may have happened in the run that this one was copied from. */
    private static RunState forked(RunState s, Event.RunForked e) {
        RunState.Start before = s.begun();
        Pins pins = e.pins().orElse(before.pins());
        var origin = new RunState.Origin(e.from(), e.seq());
        PMap<String, Debt> owed = s.owed();
        for (Debt debt : s.owed().values()) {
            boolean careful =
                    debt.effect() instanceof Effect.UseTool use && !use.effect().repeatable();
            if (careful) owed = owed.plus(debt.effect().id(), new Debt(debt.effect(), debt.terms(), true));
        }
        return new RunState(
                Optional.of(new RunState.Start(
                        before.run(), before.goal(), e.options(), pins, e.at(), Optional.of(origin))),
                s.graph(),
                new Ledger(e.budget(), s.ledger().spent(), s.ledger().reserved()),
                owed,
                s.questions(),
                s.granted(),
                s.made(),
                s.progress().guided(s.progress().guidance().pausing(Optional.empty())));
    }

    private static RunState added(RunState s, Event.StepAdded e) {
        // A reviewer judges by the value that the step under review was made for.
        Optional<Json> item = e.reviewOf().flatMap(id -> step(s, id).origin().item());
        RunState now = s.with(s.graph().add(e.step(), new StepState.Origin(Optional.empty(), item, e.reviewOf())));
        return e.step().id().startsWith(Plans.REPLAN) ? now.with(s.progress().replanned()) : now;
    }

    private static RunState paused(RunState s, Event.RunPaused e) {
        var pause = new Guidance.Pause(e.why(), s.progress().effects());
        return s.with(s.progress().guided(s.progress().guidance().pausing(Optional.of(pause))));
    }

    private static RunState requested(RunState s, Event.Requested e) {
        RunState now = s.owing(s.owed().plus(e.effect().id(), new Debt(e.effect(), e.terms(), false)))
                .with(s.ledger().reserve(e.terms().reserved()));
        now = now.with(s.progress().requested());
        return switch (e.effect()) {
            case Effect.Think think -> attempt(now, think.step(), a -> a.waiting(Optional.empty()));
            // A window that is built anew takes the place of one that no agent has seen.
            case Effect.Assemble assemble -> attempt(now, assemble.step(), a -> a.waiting(Optional.empty()));
            // An approval is for one call: making the call uses it up.
            case Effect.UseTool use ->
                e.terms().approval().isEmpty()
                        ? now
                        : now.granting(now.granted().minus(use.fingerprint(s).hex()));
            case Effect.Wake _, Effect.Retry _, Effect.Deliver _, Effect.Propose _ -> now;
        };
    }

    /** The effect is answered: its debt is closed and its reservation settled. */
    private static RunState closed(RunState s, String effect, Amount used) {
        Debt debt = s.owed().get(effect);
        if (debt == null) return s;
        return s.owing(s.owed().minus(effect))
                .with(s.ledger().settle(debt.terms().reserved(), used));
    }

    /** What a lost effect had reserved is spent; an agent that was asked may be asked again. */
    private static RunState lost(RunState s, Event.EffectLost e) {
        Debt debt = s.owed().get(e.effect());
        if (debt == null) return s;
        RunState now = closed(s, e.effect(), e.charged());
        StepState before = step(now, debt.effect().step());
        boolean asked = debt.effect() instanceof Effect.Think think && before.tries(think.attempt());
        StepState paid = before.paid(e.charged(), 0);
        now = now.with(now.graph().put(asked ? paid.charged(e.charged()) : paid));
        return asked && debt.effect() instanceof Effect.Think think
                ? ask(now, paid.id(), think.window(), think.tokens())
                : now;
    }

    /** The time has come: an agent that was to be asked again then may be asked. */
    private static RunState fired(RunState s, Event.TimerFired e) {
        Debt debt = s.owed().get(e.effect());
        RunState now = closed(s, e.effect(), Amount.ZERO);
        return debt != null
                        && debt.effect() instanceof Effect.Retry r
                        && step(now, r.step()).tries(r.attempt())
                ? ask(now, r.step(), r.window(), r.tokens())
                : now;
    }

    private static RunState ask(RunState s, String id, Hash window, long tokens) {
        return attempt(s, id, a -> a.waiting(Optional.of(new Attempt.Built(window, tokens))));
    }

    private static RunState failed(RunState s, Event.TurnFailed e) {
        StepState paid = step(s, e.step()).paid(e.used(), 0).charged(e.used());
        RunState now = s.with(s.graph().put(paid));
        return switch (e.then()) {
            case Event.Then.Ends _ -> now;
            case Event.Then.Corrects _ ->
                attempt(now, e.step(), a -> a.corrected(new Past.Objected(Past.Objected.SCHEMA, e.reason())));
            case Event.Then.Retries _ -> attempt(now, e.step(), Attempt::retrying);
        };
    }

    private static RunState assembled(RunState s, Event.ContextAssembled e) {
        return attempt(s, e.step(), a -> a.assembled(new Attempt.Built(e.window(), e.tokens()), e.memory()));
    }

    private static RunState taken(RunState s, Event.TurnTaken e) {
        StepState paid = step(s, e.step()).paid(e.used(), e.repairs()).charged(e.used());
        StepState now = switch (e.answer()) {
            case Turn.ToolCalls calls ->
                paid.attempt().map(a -> paid.with(a.asked(calls.calls()))).orElse(paid);
            case Turn.Final done -> paid.produced(done.output(), e.label());
            case Turn.Note note ->
                paid.attempt()
                        .map(a -> paid.with(a.noted(new Past.Noted(note.content(), e.label()))))
                        .orElse(paid);
            case Turn.Ask _ -> paid;
        };
        return s.with(s.graph().put(now));
    }

    private static RunState begun(RunState s, String effect) {
        Debt debt = s.owed().get(effect);
        return debt == null ? s : s.owing(s.owed().plus(effect, new Debt(debt.effect(), debt.terms(), true)));
    }

    private static RunState returned(RunState s, Event.ToolReturned e) {
        Debt debt = s.owed().get(e.effect());
        if (debt == null || !(debt.effect() instanceof Effect.UseTool use)) return s;
        Past past = switch (e.outcome()) {
            case Outcome.Returned r -> new Past.Result(use.call(), r.content(), r.label());
            case Outcome.NotDone n -> new Past.Refused(use.call(), n.reason());
            case Outcome.Unknown u -> new Past.Refused(use.call(), u.reason());
        };
        RunState now = closed(s, e.effect(), Amount.ZERO);
        boolean happened = !(e.outcome() instanceof Outcome.NotDone);
        if (happened && !use.effect().repeatable()) now = now.making(now.made().plus(use.identity()));
        // The answer to a call of an earlier attempt comes too late for this one.
        return step(now, e.step()).tries(use.attempt()) ? filled(now, e.step(), use.slot(), past) : now;
    }

    /** A call that is refused uses up the approval that it had. */
    private static RunState refused(RunState s, Event.ToolRefused e) {
        String fingerprint = Effect.UseTool.fingerprint(s, e.step(), e.call()).hex();
        RunState now = s.granting(s.granted().minus(fingerprint));
        return filled(now, e.step(), e.slot(), new Past.Refused(e.call(), e.why()));
    }

    private static RunState filled(RunState s, String id, int slot, Past past) {
        return attempt(s, id, a -> slot < a.slots().size() ? a.filled(slot, past) : a);
    }

    /** A gap that is begun again is no gap any more. */
    private static RunState abandoned(RunState s, String id) {
        StepState step = step(s, id);
        RunState now = s.with(s.graph().end(step.in(Phase.ABANDONED)));
        return step.phase() == Phase.GAP ? now.with(now.progress().reopened(id)) : now;
    }

    /** Changes the attempt that is under way; a step that does not run is left as it is. */
    private static RunState attempt(RunState s, String id, UnaryOperator<Attempt> change) {
        StepState step = step(s, id);
        if (step.phase() != Phase.RUNNING) return s;
        return step.attempt()
                .map(a -> s.with(s.graph().put(step.with(change.apply(a)))))
                .orElse(s);
    }

    /** The leave that was given is for the call as it now is, and for nothing else. */
    private static RunState edited(RunState s, Event.CallEdited e) {
        String fingerprint = Effect.UseTool.fingerprint(s, e.step(), e.call()).hex();
        return attempt(
                s.granting(s.granted().plus(fingerprint, e.question())), e.step(), a -> a.edited(e.slot(), e.call()));
    }

    private static RunState answered(RunState s, Event.HumanAnswered e) {
        Question question = s.questions().get(e.question());
        if (question == null) return s;
        PMap<String, Debt> owed = s.owed();
        for (Debt debt : s.owed().values()) {
            if (debt.effect() instanceof Effect.Wake w && w.question().equals(e.question())) {
                owed = owed.minus(w.id());
            }
        }
        RunState now = s.asking(s.questions().minus(e.question())).owing(owed);
        return switch (question.kind()) {
            case QUESTION ->
                e.verdict() == Event.Verdict.ANSWERED
                        ? attempt(now, question.step(), a -> a.told(new Past.Answered(question.text(), e.text())))
                        : now;
            case APPROVAL ->
                e.verdict() == Event.Verdict.APPROVED
                        ? now.granting(now.granted().plus(question.hash(), question.id()))
                        : now;
            case PLAN -> now.with(now.progress().pending(Optional.empty()));
            case OUTCOME -> now;
        };
    }
}
