package dev.orrery.kernel;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import java.time.Instant;
import java.util.Optional;

/** What becomes of windows and of agents' answers to them. */
final class Replies {
    private Replies() {}

    /** The window is there; the agent is asked when the gate lets it. */
    static Optional<String> assembled(Draft d, Command.Assembled c) {
        RunState.Debt debt = d.state().owed().get(c.effect());
        if (debt == null || !(debt.effect() instanceof Effect.Assemble assemble)) return RunDecider.late(c.effect());
        String id = assemble.step();
        d.emit(new Event.ContextAssembled(
                c.effect(), id, assemble.attempt(), assemble.turn(), c.window(), c.tokens(), c.memory()));
        return Optional.empty();
    }

    /** The agent answered. */
    static Optional<String> replied(Draft d, Command.Replied c) {
        RunState.Debt debt = d.state().owed().get(c.effect());
        if (debt == null || !(debt.effect() instanceof Effect.Think think)) return RunDecider.late(c.effect());
        String id = think.step();
        d.emit(new Event.TurnTaken(
                c.effect(),
                id,
                think.attempt(),
                think.turn(),
                c.turn(),
                used(debt, c.used()),
                c.repairs(),
                c.label(),
                c.sent()));
        switch (c.turn()) {
            case Turn.ToolCalls _ -> calls(d, id);
            case Turn.Note _ -> noted(d, id);
            case Turn.Final done -> output(d, id, done.output());
            case Turn.Ask ask -> Humans.ask(d, id, ask.question());
        }
        return Optional.empty();
    }

    private static void calls(Draft d, String id) {
        Attempt attempt = d.step(id).attempt().orElseThrow();
        if (loops(d, id, attempt, LoopGuard.look(attempt))) return;
        for (int slot = 0; slot < attempt.slots().size(); slot++) Calls.request(d, id, slot);
        Calls.goOn(d, id);
    }

    /** What was noted is committed with the turn; the agent is asked again and sees it. */
    private static void noted(Draft d, String id) {
        Attempt attempt = d.step(id).attempt().orElseThrow();
        if (!loops(d, id, attempt, LoopGuard.lookAtNote(attempt))) Turns.next(d, id);
    }

    /** Tells whether the attempt goes round in circles: it is told so once, and ends the second time. */
    private static boolean loops(Draft d, String id, Attempt attempt, Optional<LoopGuard.Finding> loop) {
        if (loop.isEmpty()) return false;
        LoopGuard.Finding found = loop.get();
        d.emit(new Event.LoopDetected(
                id,
                attempt.number(),
                found.detector(),
                found.evidence(),
                attempt.grace().warned()));
        if (attempt.grace().warned()) StepEndings.fail(d, id, FailureKind.LOOP, found.evidence());
        else Turns.next(d, id);
        return true;
    }

    private static void output(Draft d, String id, Json output) {
        StepState step = d.step(id);
        if (step.step().capability() == Capability.PLAN) {
            Plans.written(d, id, output);
        } else if (step.origin().reviewOf().isPresent()) {
            Reviews.verdict(d, id, output);
        } else if (step.step().rubric().isEmpty()) {
            StepEndings.complete(d, id);
        } else {
            Reviews.submit(d, id);
        }
    }

    /** The agent gave no usable answer. */
    static Optional<String> failed(Draft d, Command.ReplyFailed c) {
        RunState.Debt debt = d.state().owed().get(c.effect());
        if (debt == null || !(debt.effect() instanceof Effect.Think think)) return RunDecider.late(c.effect());
        Attempt attempt = d.step(think.step()).attempt().orElseThrow();
        Event.Then then = then(d, attempt, c);
        d.emit(new Event.TurnFailed(
                c.effect(),
                think.step(),
                think.attempt(),
                think.turn(),
                c.kind(),
                c.reason(),
                used(debt, c.used()),
                then,
                c.sent()));
        switch (then) {
            case Event.Then.Ends _ -> StepEndings.fail(d, think.step(), c.kind(), c.reason());
            case Event.Then.Corrects _ -> Turns.next(d, think.step());
            case Event.Then.Retries retries -> Retries.owe(d, think, retries.at());
        }
        return Optional.empty();
    }

    /** A failure that passes is waited for; a model whose reply does not fit is told so once in an attempt. */
    private static Event.Then then(Draft d, Attempt attempt, Command.ReplyFailed c) {
        Optional<Instant> at = Retries.when(d, attempt, c.again());
        if (at.isPresent()) return new Event.Then.Retries(at.get());
        boolean corrects = c.kind() == FailureKind.INVALID
                && d.state().pins().modelled(attempt.agent())
                && !attempt.grace().corrected();
        return corrects ? new Event.Then.Corrects() : new Event.Then.Ends();
    }

    /** What is not known is charged as it was reserved; what is said is charged, also when it is more than that. */
    private static Amount used(RunState.Debt debt, Optional<Amount> said) {
        return said.map(Amount::notNegative).orElse(debt.terms().reserved());
    }
}
