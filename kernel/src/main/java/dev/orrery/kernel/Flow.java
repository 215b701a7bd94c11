package dev.orrery.kernel;

import dev.orrery.kernel.Policy.Judgement;
import dev.orrery.kernel.StepState.Phase;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.List;
import java.util.Optional;

/** What comes next: routes what is ready, completes what is done, and ends the run when nothing is left to do. */
final class Flow {
    private Flow() {}

    /** Goes on until something is owed, a human is asked, or the run is over. */
    static void advance(Draft d) {
        while (!d.state().ended()) {
            RunState s = d.state();
            if (s.progress().cancelling().isPresent()) {
                Endings.afterCancel(d);
                return;
            }
            boolean room = s.graph().running() < s.pins().ladder().parallel();
            if (room && !s.graph().ready().isEmpty()) {
                start(d, s.graph().ready().iterator().next());
            } else if (!s.idle() || !s.questions().isEmpty()) {
                return;
            } else if (!s.graph().stuck().isEmpty()) {
                Plans.rewrite(d);
            } else {
                Endings.end(d);
            }
        }
    }

    private static void start(Draft d, String id) {
        StepState step = d.step(id);
        if (step.step().forEach().isPresent()) expand(d, step);
        else Ladder.climb(d, step);
    }

    private static void expand(Draft d, StepState step) {
        switch (Plans.items(d.state(), step.step())) {
            case Plans.Items.Listed listed -> {
                d.emit(new Event.StepExpanded(step.id(), listed.items()));
                joined(d, step.id());
            }
            case Plans.Items.Unusable unusable -> giveUp(d, step.id(), unusable.why());
        }
    }

    /** Asks for the window of the attempt's turn. */
    static void nextTurn(Draft d, String id) {
        StepState step = d.step(id);
        Attempt attempt = step.attempt().orElseThrow();
        int limit = d.state()
                .pins()
                .agent(attempt.agent())
                .map(a -> a.limits().turns())
                .orElse(1);
        if (attempt.turn() > limit) {
            fail(d, id, FailureKind.LIMIT, "used all of its " + limit + " turns without an answer");
            return;
        }
        var assemble = new Effect.Assemble(d.nextEffect(), id, attempt.number(), attempt.turn());
        switch (d.judge(assemble)) {
            case Judgement.Allow allow -> d.emit(new Event.Requested(assemble, allow.terms()));
            case Judgement.Ask ask -> refused(d, id, "gate", ask.why());
            case Judgement.Deny deny -> refused(d, id, deny.rule(), deny.why());
        }
    }

    /** The gate does not let an agent think. A budget that is used up is no agent's fault, so no rung is tried. */
    static void refused(Draft d, String id, String rule, String why) {
        if (!rule.equals("budget")) {
            fail(d, id, FailureKind.ERROR, why);
            return;
        }
        d.emit(new Event.BudgetRefused(id, "turn", why));
        StepState step = d.step(id);
        Optional<String> reviewed = step.origin().reviewOf();
        if (reviewed.isPresent()) {
            d.emit(new Event.StepAbandoned(id, why));
            giveUp(d, reviewed.get(), "not reviewed: " + why);
        } else {
            giveUp(d, id, why);
        }
    }

    /** The attempt failed; the ladder takes over when the step's turn comes. */
    static void fail(Draft d, String id, FailureKind kind, String critique) {
        StepState step = d.step(id);
        d.emit(new Event.AttemptFailed(
                id, step.attempts(), step.attempt().map(Attempt::agent).orElse(""), kind, critique));
    }

    /** The step's output stands. */
    static void complete(Draft d, String id) {
        StepState step = d.step(id);
        d.emit(new Event.StepCompleted(
                id, step.attempts(), step.attempt().map(Attempt::agent).orElse("")));
        if (step.step().capability() == Capability.MEMORY) {
            want(d, new Effect.Propose(d.nextEffect(), id));
        }
        boolean delivers =
                d.state().progress().plan().map(p -> p.deliver().equals(id)).orElse(false);
        if (delivers && !d.state().begun().options().out().isEmpty()) {
            want(d, new Effect.Deliver(d.nextEffect(), id));
        }
        step.origin().parent().ifPresent(parent -> joined(d, parent));
    }

    private static void want(Draft d, Effect effect) {
        switch (d.judge(effect)) {
            case Judgement.Allow allow -> d.emit(new Event.Requested(effect, allow.terms()));
            case Judgement.Ask ask -> d.emit(new Event.BudgetRefused(effect.step(), effect.id(), ask.why()));
            case Judgement.Deny deny -> d.emit(new Event.BudgetRefused(effect.step(), effect.id(), deny.why()));
        }
    }

    /** The step is given up and named as a gap. */
    static void giveUp(Draft d, String id, String text) {
        StepState step = d.step(id);
        if (step.phase().ended()) return;
        d.emit(new Event.StepGivenUp(id, text));
        step.origin().parent().ifPresent(parent -> joined(d, parent));
    }

    /** Completes a {@code forEach} step whose last child has ended. */
    static void joined(Draft d, String parent) {
        StepState step = d.step(parent);
        if (step.phase() == Phase.EXPANDED && step.waitingFor() == 0) complete(d, parent);
    }

    /** Drops what is owed on behalf of a step that is no longer wanted; what was reserved is charged in full. */
    static void drop(Draft d, String id, String why) {
        for (RunState.Debt debt : List.copyOf(d.state().owed().values())) {
            if (debt.effect().step().equals(id) && abandonable(debt)) {
                d.emit(new Event.EffectLost(
                        debt.effect().id(), why, debt.terms().reserved()));
            }
        }
    }

    /** Tells whether an effect may simply be forgotten: anything but a call that cannot be repeated and has begun. */
    static boolean abandonable(RunState.Debt debt) {
        return !(debt.effect() instanceof Effect.UseTool use) || use.effect().repeatable() || !debt.started();
    }

    /** Returns the output of a {@code forEach} step: what its finished children gave, in the order of the list. */
    static Json join(RunState s, StepState parent) {
        return Json.of(parent.children().stream()
                .map(s.graph()::get)
                .filter(c -> c.phase() == Phase.DONE)
                .map(c -> {
                    Json item = c.origin().item().orElse(Json.object());
                    return Json.object()
                            .with("key", item.text("key"))
                            .with("item", item)
                            .with("output", c.output().orElse(Json.object()));
                })
                .toList());
    }
}
