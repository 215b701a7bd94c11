package dev.orrery.testing.workload;

import dev.orrery.message.Json;
import dev.orrery.plan.Plan;
import dev.orrery.testing.sim.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans of every shape: chains, wide ones, diamonds, lists that are known and lists that come; sound ones and others. */
final class ImprovisedPlans {
    private static final List<String> KEYS = List.of("acme", "beta", "gamma", "delta", "eps");
    private static final List<String> IDS =
            List.of("find", "research", "check", "sum", "left", "right", "join", "more");

    private final Chance chance;

    /** How a plan's steps depend on each other. */
    private enum Shape {
        /** Each on the one before. */
        CHAIN,
        /** None on any. */
        WIDE,
        /** Each on the first, and the last on all. */
        DIAMOND,
        /** Each on those before, as chance has it. */
        ANY
    }

    ImprovisedPlans(Chance chance) {
        this.chance = chance;
    }

    /** Returns a new plan: one to eight steps, a report, and perhaps a memory step. */
    Json.Obj fresh() {
        Shape shape = chance.of(List.of(Shape.values()));
        int count = chance.percent(85) ? 1 + chance.below(3) : 1 + chance.below(IDS.size());
        var steps = new ArrayList<Json>();
        var before = new ArrayList<String>();
        for (String id : IDS.subList(0, count)) {
            boolean last = before.size() == count - 1;
            steps.add(work(id, shape, last, before));
            before.add(id);
        }
        Json.Obj write = reviewed(step("write", "write"));
        if (chance.percent(50)) write = write.with("inputs", Json.object().with("found", output("find")));
        steps.add(write.with("after", Json.texts(before)));
        if (chance.percent(30)) steps.add(step("memory", "memory").with("after", Json.texts(List.of("write"))));
        return Json.object().with("steps", Json.of(steps)).with("deliver", "write");
    }

    private Json.Obj work(String id, Shape shape, boolean last, List<String> before) {
        Json.Obj inputs = Json.object().with("goal", Json.object().with("goal", Json.of(true)));
        for (int i = 0; i < before.size(); i++) {
            boolean needs = switch (shape) {
                case CHAIN -> i == before.size() - 1;
                case WIDE -> false;
                case DIAMOND -> last || i == 0;
                case ANY -> chance.percent(50);
            };
            if (needs) inputs = inputs.with("from-" + before.get(i), output(before.get(i)));
        }
        Json.Obj step = reviewed(step(id, "research"))
                .with("inputs", inputs)
                .with("tools", Json.texts(ImprovisedTool.NAMES.subList(0, 4)));
        if (chance.percent(20)) step = step.with("scope", Json.texts(List.of("acme/")));
        // A list that comes is the output of the first step, which is therefore no list itself.
        return !before.isEmpty() && chance.percent(45) ? step.with("forEach", list(before)) : step;
    }

    private Json.Obj reviewed(Json.Obj step) {
        return chance.percent(50) ? step.with("rubric", Json.texts(List.of("Good."))) : step;
    }

    private static Json.Obj step(String id, String capability) {
        return Json.object().with("id", id).with("capability", capability).with("instructions", "Do " + id + ".");
    }

    private static Json output(String step) {
        return Json.object().with("step", step);
    }

    private Json list(List<String> before) {
        return before.contains("find") && chance.percent(50)
                ? Json.object().with("over", Json.object().with("step", "find").with("path", "list"))
                : list();
    }

    private Json list() {
        return Json.object().with("over", Json.object().with("value", items()));
    }

    /** Returns a list to run over, of none to five values. */
    Json items() {
        var items = new ArrayList<Json>();
        for (String key : KEYS) {
            if (chance.percent(35)) {
                items.add(Json.object().with("key", key).with("version", chance.below(2)));
            }
        }
        return Json.of(items);
    }

    /** Returns what a human might want in the place of {@code plan}. */
    Json revised(Optional<Plan> plan) {
        return plan.map(p -> revised(p.toJson())).orElseGet(this::fresh);
    }

    /** Returns a plan that keeps much of {@code plan}. */
    Json.Obj revised(Json plan) {
        if (chance.percent(20)) return fresh();
        var steps = new ArrayList<Json>();
        for (Json step : plan.list("steps")) {
            if (step instanceof Json.Obj old) steps.add(changed(old));
        }
        Json.Obj revised = ((Json.Obj) plan).with("steps", Json.of(steps));
        if (!chance.percent(40)) return revised;
        Json gap = Json.object()
                .with("step", chance.percent(70) ? "research/" + chance.of(KEYS) : chance.of(IDS))
                .with("text", "Given up.");
        return revised.with("gaps", Json.of(List.of(gap)));
    }

    private Json.Obj changed(Json.Obj step) {
        Json.Obj now = step;
        if (chance.percent(25)) now = now.with("instructions", "Do it in another way, " + chance.below(99) + ".");
        if (chance.percent(10)) now = reviewed(now);
        if (step.at("forEach").isPresent() && chance.percent(60)) now = now.with("forEach", list());
        return now;
    }

    /** Returns what is no plan that could run. */
    Json.Obj broken(Json.Obj plan) {
        return switch (chance.below(4)) {
            case 0 -> plan.with("deliver", "nowhere");
            case 1 -> plan.with("steps", "many");
            case 2 -> Json.object();
            default ->
                Json.object()
                        .with(
                                "steps",
                                Json.of(List.of(step("write", "write").with("after", Json.texts(List.of("write"))))))
                        .with("deliver", "write");
        };
    }
}
