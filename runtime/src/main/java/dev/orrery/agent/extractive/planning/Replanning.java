package dev.orrery.agent.extractive.planning;

import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites a plan around what failed: the failed steps and items are taken out and named as gaps, everything else keeps its
 * definition, so that what is done stays done. It works for plans by any author.
 */
final class Replanning {
    private static final int REASON_MAX = 200;

    private final Json plan;
    private final Map<String, String> failed = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private final List<Json> gaps = new ArrayList<>();

    private Replanning(Json request) {
        this.plan = request.at("plan").orElse(Json.object());
        for (Json failure : request.list("failed")) {
            // A review that failed is the failure of what it reviewed.
            String step = failure.text("step").replaceFirst("#.*$", "");
            failed.put(step, shortened(failure.text("reason")));
        }
    }

    /** Returns the rewritten plan, or why nothing could remain of it. */
    static Json of(Json request) {
        return new Replanning(request).output();
    }

    private Json output() {
        List<Json> steps = plan.list("steps");
        String deliver = plan.text("deliver");
        if (steps.isEmpty()) return unplannable("there is no plan to go on with");
        if (failed.containsKey(deliver))
            return unplannable("the report itself could not be written: " + failed.get(deliver));
        var kept = new ArrayList<Json>();
        for (Json step : steps) {
            Json left = withoutFailures(step);
            if (left instanceof Json.Obj o && o.members().isEmpty()) removed.add(step.text("id"));
            else kept.add(left);
        }
        List<Json> standing = withoutLostInputs(kept);
        boolean delivered = standing.stream().anyMatch(s -> s.text("id").equals(deliver));
        boolean fed = standing.stream().anyMatch(s -> s.text("capability").equals("research"));
        if (!delivered || !fed)
            return unplannable("every part of the research failed: " + String.join("; ", failed.values()));
        var all = new ArrayList<>(plan.list("gaps"));
        all.addAll(gaps);
        return ((Json.Obj) plan).with("steps", Json.of(standing)).with("gaps", Json.of(all));
    }

    /** Returns the step without its failed items; the empty object when nothing is left of it. */
    private Json withoutFailures(Json step) {
        String id = step.text("id");
        if (failed.containsKey(id)) {
            gap(id, named(id), failed.get(id));
            return Json.object();
        }
        Json over = step.at("forEach").flatMap(f -> f.at("over")).orElse(Json.object());
        List<Json> items = over.list("value");
        var left = new ArrayList<Json>();
        for (Json item : items) {
            String child = id + "/" + item.text("key");
            if (failed.containsKey(child)) gap(child, item.text("name", item.text("key")), failed.get(child));
            else left.add(item);
        }
        if (left.size() == items.size()) return step;
        // With no item left the step stays, done with nothing: the report is written all the same and names the gaps.
        Json forEach = ((Json.Obj) step.at("forEach").orElseThrow())
                .with("over", Json.object().with("value", Json.of(left)));
        return ((Json.Obj) step).with("forEach", forEach);
    }

    private void gap(String step, String name, String reason) {
        gaps.add(Json.object().with("step", step).with("text", name + " was given up: " + reason));
    }

    private static String named(String id) {
        return "The step " + id;
    }

    /** Drops inputs that come from a step which is gone, and steps that are left with none that they were made for. */
    private List<Json> withoutLostInputs(List<Json> steps) {
        List<Json> standing = steps;
        boolean changed = !removed.isEmpty();
        while (changed) {
            changed = false;
            var next = new ArrayList<Json>();
            for (Json step : standing) {
                if (lost(step)) {
                    removed.add(step.text("id"));
                    changed = true;
                } else {
                    next.add(withoutRemoved(step));
                }
            }
            standing = next;
        }
        return standing;
    }

    private boolean lost(Json step) {
        List<String> sources = inputs(step).values().stream()
                .map(r -> r.text("step"))
                .filter(s -> !s.isEmpty())
                .toList();
        return !sources.isEmpty() && removed.containsAll(sources);
    }

    private Json withoutRemoved(Json step) {
        var inputs = new LinkedHashMap<>(inputs(step));
        inputs.values().removeIf(ref -> removed.contains(ref.text("step")));
        List<String> after = step.textList("after").stream()
                .filter(a -> !removed.contains(a))
                .toList();
        Json.Obj left = ((Json.Obj) step).with("inputs", new Json.Obj(inputs));
        return step.at("after").isPresent() ? left.with("after", Json.texts(after)) : left;
    }

    private static Map<String, Json> inputs(Json step) {
        return step.at("inputs").orElse(Json.object()) instanceof Json.Obj o ? o.members() : Map.of();
    }

    private static Json unplannable(String why) {
        return Json.object().with("unplannable", "No plan is left: " + why + ".");
    }

    private static String shortened(String reason) {
        String plain = reason.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) return "no reason was given";
        return plain.length() <= REASON_MAX ? plain : plain.substring(0, REASON_MAX - 1) + "…";
    }
}
