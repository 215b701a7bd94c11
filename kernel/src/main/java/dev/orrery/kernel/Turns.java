package dev.orrery.kernel;

import dev.orrery.kernel.Policy.Judgement;

/** An agent's turns: its window is built, then it is asked, as far as the gate lets it. */
final class Turns {
    private Turns() {}

    /** Asks for the window of the attempt's next turn. A run that is being cancelled takes no further turn. */
    static void next(Draft d, String id) {
        if (d.state().progress().cancelling().isPresent()) return;
        Attempt attempt = d.step(id).attempt().orElseThrow();
        int limit = d.state()
                .pins()
                .agent(attempt.agent())
                .map(a -> a.limits().turns())
                .orElse(1);
        if (attempt.turn() > limit) {
            StepEndings.fail(d, id, FailureKind.LIMIT, "used all of its " + limit + " turns without an answer");
            return;
        }
        var assemble = new Effect.Assemble(d.nextEffect(), id, attempt.number(), attempt.turn());
        switch (d.judge(assemble)) {
            case Judgement.Allow allow -> d.emit(new Event.Requested(assemble, allow.terms()));
            case Judgement.Ask ask -> StepEndings.fail(d, id, FailureKind.ERROR, ask.why());
            case Judgement.Deny deny -> refused(d, id, deny);
        }
    }

    /** Asks the first agent whose window is built and who may be asked; tells whether there was something to do. */
    static boolean ask(Draft d) {
        for (String id : d.state().graph().unasked()) {
            Effect.Think think = think(d, id);
            switch (d.judge(think)) {
                case Judgement.Allow allow -> d.emit(new Event.Requested(think, allow.terms()));
                case Judgement.Ask ask -> StepEndings.fail(d, id, FailureKind.ERROR, ask.why());
                case Judgement.Deny deny -> {
                    if (waits(d, deny)) continue;
                    refused(d, id, deny);
                }
            }
            return true;
        }
        return false;
    }

    private static Effect.Think think(Draft d, String id) {
        Attempt attempt = d.step(id).attempt().orElseThrow();
        Attempt.Built window = attempt.window().orElseThrow();
        return new Effect.Think(
                d.nextEffect(), id, attempt.number(), attempt.turn(), attempt.agent(), window.hash(), window.tokens());
    }

    /** What others have reserved and will not use comes back, so a turn that does not fit now may fit then. */
    private static boolean waits(Draft d, Judgement.Deny deny) {
        return deny.rule().equals(Policy.BUDGET)
                && !d.state().ledger().reserved().equals(Amount.ZERO);
    }

    /**
     * The gate does not let an agent think. A budget that is used up is no agent's fault, so no rung is tried but the
     * stand-in, for which something is set aside.
     */
    private static void refused(Draft d, String id, Judgement.Deny deny) {
        if (!deny.rule().equals(Policy.BUDGET)) {
            FailureKind kind = deny.rule().equals(Policy.LIMIT) ? FailureKind.LIMIT : FailureKind.ERROR;
            StepEndings.fail(d, id, kind, deny.why());
            return;
        }
        d.emit(new Event.BudgetRefused(id, "turn", deny.why()));
        StepState step = d.step(id);
        if (Ladder.standInLeft(d, step)) {
            StepEndings.fail(d, id, FailureKind.BUDGET, deny.why());
            return;
        }
        if (step.origin().reviewOf().isPresent()) {
            StepEndings.abandon(d, id, deny.why());
            StepEndings.deadEnd(d, step.origin().reviewOf().get(), "not reviewed: " + deny.why());
        } else {
            StepEndings.deadEnd(d, id, deny.why());
        }
    }
}
