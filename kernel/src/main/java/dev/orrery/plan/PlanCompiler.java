package dev.orrery.plan;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Errors errors = new Errors();

    private PlanCompiler(Plan plan, Catalog catalog) {
        this.plan = plan;
        this.catalog = catalog;
    }

    /** Returns what keeps {@code plan} from running; nothing when it is valid. */
    public static List<String> errors(Plan plan, Catalog catalog) {
        var compiler = new PlanCompiler(plan, catalog);
        compiler.check();
        return compiler.errors.list();
    }

    private void check() {
        if (plan.steps().size() > Plan.STEPS_MAX) {
            errors.add("a plan has at most " + Plan.STEPS_MAX + " steps");
            return;
        }
        if (plan.toJson().deeperThan(Plan.DEPTH_MAX)) {
            errors.add("a plan nests at most " + Plan.DEPTH_MAX + " deep");
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
        checkCapability(step);
        for (String tool : new TreeSet<>(step.tools())) {
            if (!catalog.tools().contains(tool)) errors.add(step.id() + ": no agent may use the tool " + tool);
        }
        for (String need : step.needs()) {
            if (need.equals(step.id())) {
                errors.add(step.id() + ": needs its own output");
            } else if (!steps.containsKey(need)) {
                errors.add(step.id() + ": needs the step " + Errors.quoted(need) + ", which does not exist");
            }
        }
        step.inputs().forEach((name, ref) -> checkRef(step, name, ref));
        step.forEach().ifPresent(f -> checkList(step, f));
        if (step.forEach().isEmpty() && step.scope().stream().anyMatch(s -> s.contains("${"))) {
            errors.add(step.id() + ": the scope names a member of the forEach value, but the step has no forEach");
        }
    }

    private void checkCapability(Step step) {
        String id = step.id();
        switch (step.capability()) {
            case PLAN -> errors.add(id + ": planning is the kernel's; plan the work itself");
            case QA -> errors.add(id + ": reviews are the kernel's; give the step that is to be reviewed a rubric");
            case RESEARCH, WRITE, MEMORY, CODE, TOOL -> {
                if (!catalog.capabilities().contains(step.capability())) {
                    errors.add(id + ": no agent has the capability "
                            + step.capability().wire());
                }
            }
        }
        if (!step.rubric().isEmpty() && !catalog.capabilities().contains(Capability.QA)) {
            errors.add(id + ": has a rubric, but no agent has the capability qa");
        }
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
                String type = type(o, step.id() + ": forEach").orElse("array");
                if (!type.equals("array")) {
                    errors.add(step.id() + ": forEach runs over an array, but " + named(o) + " is of type " + type);
                }
            }
        }
    }

    /** Follows the path through the schema; returns the type found, or nothing where the schema does not say. */
    private Optional<String> type(Ref.Output ref, String where) {
        Step from = steps.get(ref.step());
        if (from == null) return Optional.empty();
        if (from.forEach().isPresent()) {
            if (!ref.path().isEmpty()) {
                errors.add(where + " names " + named(ref) + ", but " + ref.step()
                        + " is a forEach: its output is an array without members");
            }
            return Optional.of("array");
        }
        Json schema = from.output().orElse(catalog.schemas().getOrDefault(from.capability(), Json.object()));
        for (String name : ref.names()) {
            Optional<Json> properties = schema.at("properties");
            Optional<Json> member = properties.flatMap(p -> p.at(name));
            if (member.isEmpty()) {
                if (properties.isPresent()) {
                    errors.add(where + " names " + named(ref) + ", but the output of " + ref.step() + " has no "
                            + Errors.quoted(name));
                }
                return Optional.empty();
            }
            schema = member.get();
        }
        return schema.at("type").flatMap(Json::asText);
    }

    private static String named(Ref.Output ref) {
        return ref.path().isEmpty() ? ref.step() : ref.step() + "." + ref.path();
    }

    private void checkDelivery() {
        Step deliver = steps.get(plan.deliver());
        if (deliver == null) {
            errors.add("deliver: names the step whose output is the answer; " + Errors.quoted(plan.deliver())
                    + " is no step");
        } else if (deliver.capability() != Capability.WRITE) {
            errors.add("deliver: " + deliver.id() + " must have the capability write");
        } else if (deliver.forEach().isPresent()) {
            errors.add("deliver: " + deliver.id() + " cannot be a forEach");
        }
    }

    private void checkAcyclic() {
        var done = new LinkedHashSet<String>();
        for (String id : steps.keySet()) {
            Optional<List<String>> cycle = cycle(id, done, new LinkedHashSet<>());
            if (cycle.isPresent()) {
                errors.add(cycle.get().getFirst() + ": waits for itself, " + String.join(" after ", cycle.get())
                        + "; take one of these inputs away");
                return;
            }
        }
    }

    /** Walks along what {@code id} needs; at most {@link Plan#STEPS_MAX} deep. */
    private Optional<List<String>> cycle(String id, Set<String> done, Set<String> path) {
        if (done.contains(id)) return Optional.empty();
        if (!path.add(id)) {
            List<String> walked = List.copyOf(path);
            var cycle = new ArrayList<>(walked.subList(walked.indexOf(id), walked.size()));
            cycle.add(id);
            return Optional.of(cycle);
        }
        Step step = steps.get(id);
        for (String need : step == null ? Set.<String>of() : step.needs()) {
            Optional<List<String>> cycle = cycle(need, done, path);
            if (cycle.isPresent()) return cycle;
        }
        path.remove(id);
        done.add(id);
        return Optional.empty();
    }

    private void checkBudget() {
        long turns = plan.steps().stream().mapToLong(PlanCompiler::turns).sum();
        if (turns > catalog.turnsLeft()) {
            errors.add("budget: the plan needs at least " + turns + " turns and " + catalog.turnsLeft()
                    + " are left; plan less, or raise it with --budget turns=…");
        }
    }

    /** Returns the fewest turns that a step can take: one for its output, one for its review. */
    private static long turns(Step step) {
        long each = step.rubric().isEmpty() ? 1 : 2;
        if (step.forEach().isEmpty()) return each;
        // How long a list will be that another step gives is not known yet.
        return step.forEach().get().over() instanceof Ref.Literal list
                ? each * list.value().items().size()
                : 0;
    }
}
