package dev.orrery.kernel;

import dev.orrery.kernel.StepState.Phase;
import dev.orrery.message.Json;
import dev.orrery.plan.Plan;
import dev.orrery.plan.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a new plan does to the work under the old one: a step whose definition and inputs are unchanged survives, finished
 * or running; the others are dropped.
 */
final class Revisions {
    private static final String CHANGED = "the plan changed";

    private Revisions() {}

    /** The plan becomes the run's plan. */
    static void accept(Draft d, Plan plan, String author) {
        Progress progress = d.state().progress();
        withdrawPlanning(d);
        progress.plan().ifPresent(before -> makeWay(d, before, plan));
        d.emit(new Event.PlanAccepted(progress.revision() + 1, progress.revision(), author, plan));
        if (d.state().begun().options().planOnly()) {
            d.emit(new Event.RunEnded(RunStatus.DONE, "plan only"));
            return;
        }
        for (Plan.Gap gap : plan.gaps()) {
            d.state().graph().step(gap.step()).ifPresent(s -> StepEndings.giveUp(d, s.id(), gap.text()));
        }
        unstick(d, plan);
    }

    /** There is a plan now: nobody needs to write or to approve another. */
    private static void withdrawPlanning(Draft d) {
        String why = "another plan was accepted";
        for (Question question : List.copyOf(d.state().questions().values())) {
            if (question.kind() == Question.Kind.PLAN) StepEndings.withdraw(d, question, why);
        }
        for (String id :
                List.of(Plans.FIRST, Plans.REPLAN + d.state().progress().replans())) {
            Optional<StepState> planning = d.state().graph().step(id);
            if (planning.isPresent() && !planning.get().phase().ended()) StepEndings.abandon(d, id, why);
        }
    }

    /** Drops what was begun under the old plan and does not stand in the new one as it was. */
    private static void makeWay(Draft d, Plan before, Plan plan) {
        var difference = new Difference(before, plan);
        for (Step old : before.steps()) {
            StepState step = d.step(old.id());
            if (!difference.childrenStand(old)) dropChildren(d, step);
            boolean wanted = plan.step(old.id()).isPresent();
            // What was given up stays a gap unless the new plan wants it done in another way.
            boolean stays = wanted ? step.replaceable() || difference.outputStands(old) : step.phase() == Phase.GAP;
            if (!stays) StepEndings.abandon(d, old.id(), CHANGED);
        }
    }

    private static void dropChildren(Draft d, StepState step) {
        for (String child : step.children()) StepEndings.abandon(d, child, CHANGED);
    }

    /** Gives up what failed, unless the new plan wants it for another value: as it was, it would fail again. */
    private static void unstick(Draft d, Plan plan) {
        List<String> stuck = List.copyOf(d.state().graph().stuck());
        Map<String, Json> values = stuck.isEmpty() ? Map.of() : values(d.state(), plan);
        for (String id : stuck) {
            StepState step = d.step(id);
            Json value = values.get(id);
            if (value != null && !step.isFor(value)) {
                StepEndings.abandon(d, id, CHANGED);
                continue;
            }
            if (value != null || step.origin().parent().isEmpty()) {
                d.emit(new Event.LoopDetected(
                        id, step.attempts(), "same-plan", "the new plan holds the step that failed, unchanged", true));
            }
            StepEndings.giveUp(d, id, Plans.lastFailure(step));
        }
    }

    /** Returns the values of the plan's lists, as far as they are known, by the id of the child for each. */
    private static Map<String, Json> values(RunState s, Plan plan) {
        var values = new HashMap<String, Json>();
        for (Step step : plan.steps()) {
            if (step.forEach().isPresent() && Plans.items(s, step) instanceof Plans.Items.Listed listed) {
                for (Json item : listed.items()) values.put(step.childId(item), item);
            }
        }
        return values;
    }
}
