package dev.orrery.plan;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks a plan before any of it runs. What it finds goes back to the author as a critique, so each error names the step
 * and says what would be right.
 */
public final class PlanCompiler {
    private final Plan plan;
    private final Catalog catalog;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    private PlanCompiler(Plan plan, Catalog catalog) {
        this.plan = plan;
        this.catalog = catalog;
    }

    /** Returns what keeps {@code plan} from running; nothing when it is valid. */
    public static List<String> errors(Plan plan, Catalog catalog) {
        var compiler = new PlanCompiler(plan, catalog);
        compiler.check();
        return List.copyOf(compiler.errors);
    }

    private void check() {
        if (plan.steps().size() > Plan.STEPS_MAX) {
            errors.add("a plan has at most " + Plan.STEPS_MAX + " steps");
            return;
        }
        for (Step step : plan.steps()) {
            if (steps.put(step.id(), step) != null) errors.add(step.id() + ": two steps have this id");
            if (reserved(step.id())) errors.add(step.id() + ": this id belongs to the kernel; take another");
        }
        plan.steps().forEach(this::checkStep);
        checkDelivery();
        if (errors.isEmpty()) checkAcyclic();
        checkBudget();
    }

    private static boolean reserved(String id) {
        return id.equals("plan") || id.startsWith("replan-") || id.contains("/") || id.contains("#");
    }

    private void checkStep(Step step) {
        String id = step.id();
        if (!catalog.capabilities().contains(step.capability())) {
            errors.add(id + ": no agent has the capability " + step.capability().wire());
        }
        for (String tool : new TreeSet<>(step.tools())) {
            if (!catalog.tools().contains(tool)) errors.add(id + ": no agent may use the tool " + tool);
        }
        for (String need : step.needs()) {
            if (need.equals(id)) errors.add(id + ": needs its own output");
            else if (!steps.containsKey(need)) errors.add(id + ": needs the step " + need + ", which does not exist");
        }
        step.inputs().forEach((name, ref) -> checkRef(step, name, ref));
        step.forEach().ifPresent(f -> checkList(step, f));
    }

    private void checkRef(Step step, String name, Ref ref) {
        switch (ref) {
            case Ref.Goal _, Ref.Literal _ -> {}
            case Ref.Item _ -> {
                if (step.forEach().isEmpty()) {
                    errors.add(step.id() + ": input " + name + " is the forEach value, but the step has no forEach");
                }
            }
            case Ref.Output o -> type(o, step.id() + ": input " + name);
        }
    }

    private void checkList(Step step, Step.ForEach forEach) {
        switch (forEach.over()) {
            case Ref.Goal _, Ref.Item _ -> errors.add(step.id() + ": forEach runs over a list, not over this");
            case Ref.Literal l -> ForEachItems.errors(l.value()).forEach(e -> errors.add(step.id() + ": " + e));
            case Ref.Output o -> {
                String type = type(o, step.id() + ": forEach");
                if (!type.isEmpty() && !type.equals("array")) {
                    errors.add(step.id() + ": forEach runs over an array, but " + o.step() + "." + o.path()
                            + " is of type " + type);
                }
            }
        }
    }

    /** Follows the path through the schema; returns the type found, or nothing where the schema does not say. */
    private String type(Ref.Output ref, String where) {
        Step from = steps.get(ref.step());
        if (from == null) return "";
        if (from.forEach().isPresent()) return ref.path().isEmpty() ? "array" : "";
        Json schema = from.output().orElse(catalog.schemas().getOrDefault(from.capability(), Json.object()));
        for (String name :
                ref.path().isEmpty() ? List.<String>of() : List.of(ref.path().split("\\."))) {
            Json properties = schema.at("properties").orElse(Json.object());
            if (properties.at(name).isEmpty()) {
                if (schema.at("properties").isPresent()) {
                    errors.add(where + " names " + ref.step() + "." + ref.path() + ", but the output of " + ref.step()
                            + " has no " + name);
                }
                return "";
            }
            schema = properties.at(name).get();
        }
        return schema.text("type");
    }

    private void checkDelivery() {
        Step deliver = steps.get(plan.deliver());
        if (deliver == null) {
            errors.add("deliver: names the step whose output is the answer; \"" + plan.deliver() + "\" is no step");
        } else if (deliver.capability() != Capability.WRITE) {
            errors.add("deliver: " + deliver.id() + " must have the capability write");
        } else if (deliver.forEach().isPresent()) {
            errors.add("deliver: " + deliver.id() + " cannot be a forEach");
        }
    }

    private void checkAcyclic() {
        var done = new HashSet<String>();
        for (Step step : steps.values()) {
            if (cyclic(step, done, new HashSet<>())) {
                errors.add(step.id() + ": waits for itself through " + String.join(", ", step.needs()));
                return;
            }
        }
    }

    private boolean cyclic(Step step, Set<String> done, Set<String> path) {
        if (done.contains(step.id())) return false;
        if (!path.add(step.id())) return true;
        for (String need : step.needs()) {
            Step needed = steps.get(need);
            if (needed != null && cyclic(needed, done, path)) return true;
        }
        path.remove(step.id());
        done.add(step.id());
        return false;
    }

    private void checkBudget() {
        long turns = plan.steps().stream()
                .mapToLong(s -> s.rubric().isEmpty() ? 1 : 2)
                .sum();
        if (turns > catalog.turnsLeft()) {
            errors.add("budget: the plan needs at least " + turns + " turns and " + catalog.turnsLeft() + " are left");
        }
    }
}
