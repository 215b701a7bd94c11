package dev.orrery.kernel;

import dev.orrery.kernel.Event.Verdict;
import dev.orrery.kernel.Policy.Judgement;
import dev.orrery.kernel.StepState.Phase;
import dev.orrery.message.Capability;
import java.util.List;
import java.util.Optional;

/** How attempts and steps end: done, failed, given up as a gap, or no longer wanted. */
final class StepEndings {
    /** The most characters of why an attempt failed or a step was given up: more than a page. */
    static final int WHY_MAX = 4_000;

    private StepEndings() {}

    /** The step's output stands. */
    static void complete(Draft d, String id) {
        StepState step = d.step(id);
        d.emit(new Event.StepCompleted(id, step.attempts(), agent(step)));
        if (step.step().capability() == Capability.MEMORY) want(d, new Effect.Propose(d.nextEffect(), id));
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

    /** Completes a {@code forEach} step whose last child has ended. */
    static void joined(Draft d, String parent) {
        StepState step = d.step(parent);
        if (step.phase() == Phase.EXPANDED && step.waitingFor() == 0) complete(d, parent);
    }

    /** The attempt failed; the ladder takes over when the step's turn comes. */
    static void fail(Draft d, String id, FailureKind kind, String critique) {
        StepState step = d.step(id);
        d.emit(new Event.AttemptFailed(id, step.attempts(), agent(step), kind, brief(critique)));
    }

    /** A reviewer or planner may write at any length; what is told on, to agents and at the end, has a bound. */
    static String brief(String text) {
        return text.length() <= WHY_MAX ? text : text.substring(0, WHY_MAX) + "…";
    }

    /** No rung is left: what that means depends on what the step is for. */
    static void deadEnd(Draft d, String id, String why) {
        StepState step = d.step(id);
        if (step.origin().reviewOf().isPresent()) {
            abandon(d, id, why);
            fail(d, step.origin().reviewOf().get(), FailureKind.QA, "no verdict could be had: " + why);
            return;
        }
        switch (step.step().capability()) {
            case PLAN -> Plans.planless(d, id, why);
            // What is not remembered is no gap in the report.
            case MEMORY -> abandon(d, id, why);
            case RESEARCH, WRITE, QA, CODE, TOOL -> giveUp(d, id, why);
        }
    }

    /** The step is given up and named as a gap. */
    static void giveUp(Draft d, String id, String text) {
        StepState step = d.step(id);
        if (step.phase().ended()) return;
        letGo(d, step, text);
        d.emit(new Event.StepGivenUp(id, brief(text)));
        step.origin().parent().ifPresent(parent -> joined(d, parent));
    }

    /** The step is no longer wanted, whatever it came to. */
    static void abandon(Draft d, String id, String why) {
        StepState step = d.step(id);
        if (step.phase() == Phase.ABANDONED) return;
        letGo(d, step, why);
        d.emit(new Event.StepAbandoned(id, why));
    }

    /** Drops all that is under way for a step: its children, its review, what is owed and what is asked. */
    static void letGo(Draft d, StepState step, String why) {
        for (String child : step.children()) {
            if (!d.step(child).phase().ended()) abandon(d, child, why);
        }
        Optional<StepState> review = d.state().graph().step(Reviews.id(step));
        if (review.isPresent() && !review.get().phase().ended()) abandon(d, Reviews.id(step), why);
        for (Question question : List.copyOf(d.state().questions().values())) {
            if (question.step().equals(step.id())) withdraw(d, question, why);
        }
        for (RunState.Debt debt : List.copyOf(d.state().owed().values())) {
            if (debt.effect().step().equals(step.id())) drop(d, debt, why);
        }
    }

    /** Closes a question that nobody needs answered any more; what became of a call is always worth knowing. */
    static void withdraw(Draft d, Question question, String why) {
        if (question.kind() != Question.Kind.OUTCOME) {
            d.emit(new Event.HumanAnswered(question.id(), Verdict.EXPIRED, why));
        }
    }

    /**
     * Forgets a debt that nobody needs paid any more; what was reserved is charged in full. A call that cannot be repeated
     * and has begun is never forgotten.
     */
    static void drop(Draft d, RunState.Debt debt, String why) {
        if (debt.effect() instanceof Effect.UseTool use && !use.effect().repeatable() && debt.started()) return;
        d.emit(new Event.EffectLost(debt.effect().id(), why, debt.terms().reserved()));
    }

    private static String agent(StepState step) {
        return step.attempt().map(Attempt::agent).orElse("");
    }
}
