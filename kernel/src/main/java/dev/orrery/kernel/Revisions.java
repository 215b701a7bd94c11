package dev.orrery.kernel;

import dev.orrery.kernel.StepState.Phase;
import dev.orrery.message.Json;
import dev.orrery.plan.Plan;
import dev.orrery.plan.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new plan does to the work under the old one: a step whose definition and inputs are unchanged survives, finished
 * or running; the others are dropped.
 */
final class Revisions {
    private Revisions() {}

    /** Drops and gives up what the new plan no longer wants, before it is accepted. */
    static void makeWay(Draft d, Plan plan) {
        Map<String, Boolean> survives = new HashMap<>();
        Plan before = d.state().progress().plan().orElseThrow();
        for (Plan.Gap gap : plan.gaps()) giveUp(d, gap);
        for (Step old : before.steps()) {
            if (!survives(old, before, plan, survives)) drop(d, old.id());
        }
        for (String stuck : List.copyOf(d.state().graph().stuck())) repeated(d, plan, stuck);
    }

    private static void giveUp(Draft d, Plan.Gap gap) {
        d.state().graph().step(gap.step()).filter(s -> !s.phase().ended()).ifPresent(s -> {
            Flow.drop(d, s.id(), "given up by the plan");
            Flow.giveUp(d, s.id(), gap.text());
        });
    }

    private static boolean survives(Step old, Plan before, Plan plan, Map<String, Boolean> known) {
        Boolean decided = known.get(old.id());
        if (decided != null) return decided;
        known.put(old.id(), false);
        boolean same = plan.step(old.id())
                .map(s -> s.definition().equals(old.definition()))
                .orElse(false);
        boolean inputs = old.needs().stream()
                .allMatch(need -> before.step(need)
                        .map(n -> survives(n, before, plan, known))
                        .orElse(true));
        known.put(old.id(), same && inputs);
        return same && inputs;
    }

    private static void drop(Draft d, String id) {
        StepState step = d.step(id);
        step.children().forEach(child -> drop(d, child));
        for (int attempt = 1; attempt <= step.attempts(); attempt++) {
            d.state()
                    .graph()
                    .step(id + "#qa" + attempt)
                    .filter(q -> !q.phase().ended())
                    .ifPresent(q -> {
                        Flow.drop(d, q.id(), "its step is no longer wanted");
                        d.emit(new Event.StepAbandoned(q.id(), "its step is no longer wanted"));
                    });
        }
        Flow.drop(d, id, "no longer in the plan");
        if (step.phase() != Phase.ABANDONED) d.emit(new Event.StepAbandoned(id, "no longer in the plan"));
    }

    /** A step that failed and stands in the new plan as it was would only fail again. */
    private static void repeated(Draft d, Plan plan, String stuck) {
        StepState step = d.step(stuck);
        String inPlan = step.origin().parent().orElse(stuck);
        Set<String> keys = plan.step(inPlan).flatMap(Step::forEach).stream()
                .flatMap(f -> Inputs.resolve(d.state(), f.over(), java.util.Optional.empty()).stream())
                .flatMap(list -> list.items().stream())
                .map(item -> inPlan + "/" + item.text("key"))
                .collect(Collectors.toSet());
        boolean still = step.origin().parent().isEmpty() || keys.contains(stuck);
        if (still) {
            d.emit(new Event.LoopDetected(
                    stuck, step.attempts(), "same-plan", "the new plan holds the step that failed, unchanged", true));
        }
        Flow.giveUp(
                d,
                stuck,
                step.failures().isEmpty()
                        ? "no agent"
                        : step.failures().getLast().critique());
    }

    /** Grows the children that the new plan's lists add, and drops those that they no longer hold. */
    static void regrow(Draft d, Plan plan) {
        for (Step step : plan.steps()) {
            StepState state = d.step(step.id());
            if (state.phase() != Phase.EXPANDED && state.children().isEmpty()) continue;
            if (!(Plans.items(d.state(), step) instanceof Plans.Items.Listed listed)) continue;
            Set<String> wanted = listed.items().stream()
                    .map((Json item) -> step.id() + "/" + item.text("key"))
                    .collect(Collectors.toSet());
            state.children().stream()
                    .filter(child ->
                            !wanted.contains(child) && !d.step(child).phase().ended())
                    .forEach(child -> drop(d, child));
            boolean grows =
                    !wanted.stream().allMatch(id -> d.state().graph().step(id).isPresent());
            if (state.phase() == Phase.EXPANDED || grows) d.emit(new Event.StepExpanded(step.id(), listed.items()));
            Flow.joined(d, step.id());
        }
    }
}
