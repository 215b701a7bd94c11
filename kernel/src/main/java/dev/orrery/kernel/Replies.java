package dev.orrery.kernel;

import dev.orrery.kernel.Policy.Judgement;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import java.util.Optional;

/** What becomes of windows and of agents' answers to them. */
final class Replies {
    private Replies() {}

    /** The window is there: the agent is asked, if the gate lets it. */
    static Optional<String> assembled(Draft d, Command.Assembled c) {
        RunState.Debt debt = d.state().owed().get(c.effect());
        if (debt == null || !(debt.effect() instanceof Effect.Assemble assemble)) return RunDecider.late(c.effect());
        String id = assemble.step();
        d.emit(new Event.ContextAssembled(
                c.effect(), id, assemble.attempt(), assemble.turn(), c.window(), c.tokens(), c.memory()));
        String agent = d.step(id).attempt().orElseThrow().agent();
        think(
                d,
                new Effect.Think(
                        d.nextEffect(), id, assemble.attempt(), assemble.turn(), agent, c.window(), c.tokens()));
        return Optional.empty();
    }

    static void think(Draft d, Effect.Think think) {
        switch (d.judge(think)) {
            case Judgement.Allow allow -> d.emit(new Event.Requested(think, allow.terms()));
            case Judgement.Ask ask -> Flow.refused(d, think.step(), "gate", ask.why());
            case Judgement.Deny deny -> Flow.refused(d, think.step(), deny.rule(), deny.why());
        }
    }

    /** The agent answered. */
    static Optional<String> replied(Draft d, Command.Replied c) {
        RunState.Debt debt = d.state().owed().get(c.effect());
        if (debt == null || !(debt.effect() instanceof Effect.Think think)) return RunDecider.late(c.effect());
        String id = think.step();
        d.emit(new Event.TurnTaken(
                c.effect(), id, think.attempt(), think.turn(), c.turn(), c.used(), c.repairs(), c.label()));
        switch (c.turn()) {
            case Turn.ToolCalls _ -> calls(d, id);
            case Turn.Final done -> output(d, id, done.output());
            case Turn.Ask ask -> Humans.ask(d, id, ask.question());
        }
        return Optional.empty();
    }

    private static void calls(Draft d, String id) {
        Attempt attempt = d.step(id).attempt().orElseThrow();
        Optional<LoopGuard.Finding> loop = LoopGuard.look(attempt);
        if (loop.isPresent()) {
            LoopGuard.Finding found = loop.get();
            d.emit(new Event.LoopDetected(id, attempt.number(), found.detector(), found.evidence(), attempt.warned()));
            if (attempt.warned()) Flow.fail(d, id, FailureKind.LOOP, found.evidence());
            else Flow.nextTurn(d, id);
            return;
        }
        for (int slot = 0; slot < attempt.slots().size(); slot++) Calls.request(d, id, slot);
        Calls.goOn(d, id);
    }

    private static void output(Draft d, String id, Json output) {
        StepState step = d.step(id);
        if (step.step().capability() == Capability.PLAN) {
            Plans.written(d, id, output);
        } else if (step.origin().reviewOf().isPresent()) {
            Reviews.verdict(d, id, output);
        } else if (step.step().rubric().isEmpty()) {
            Flow.complete(d, id);
        } else {
            Reviews.submit(d, id);
        }
    }

    /** The agent gave no usable answer. */
    static Optional<String> failed(Draft d, Command.ReplyFailed c) {
        RunState.Debt debt = d.state().owed().get(c.effect());
        if (debt == null || !(debt.effect() instanceof Effect.Think think)) return RunDecider.late(c.effect());
        d.emit(new Event.TurnFailed(c.effect(), think.step(), think.attempt(), c.kind(), c.reason(), c.used()));
        Flow.fail(d, think.step(), c.kind(), c.reason());
        return Optional.empty();
    }
}
