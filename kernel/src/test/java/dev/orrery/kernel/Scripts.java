package dev.orrery.kernel;

import dev.orrery.message.Json;
import java.util.Arrays;
import java.util.List;

/** Plans for tests, in the form in which a planner gives them. */
final class Scripts {
    private Scripts() {}

    /** Research on each subject, reviewed; a report on all of it, reviewed; a memory step after it. */
    static Json.Obj survey(String... subjects) {
        return plan(
                research(subjects),
                step("write", "write")
                        .with("inputs", Json.object().with("research", output("research")))
                        .with("rubric", Json.texts(List.of("Covers all subjects."))),
                step("memory", "memory").with("inputs", Json.object().with("report", output("write"))));
    }

    static Json.Obj research(String... subjects) {
        return step("research", "research")
                .with("inputs", Json.object().with("goal", goal()).with("subject", item()))
                .with("rubric", Json.texts(List.of("Quotes.")))
                .with("tools", Json.texts(List.of("look", "note", "send", "fire")))
                .with(
                        "forEach",
                        Json.object().with("over", value(items(subjects))).with("as", "subject"));
    }

    static Json.Obj plan(Json.Obj... steps) {
        return Json.object().with("steps", Json.of(Arrays.asList(steps))).with("deliver", "write");
    }

    static Json.Obj step(String id, String capability) {
        return Json.object().with("id", id).with("capability", capability).with("instructions", "Do " + id + ".");
    }

    static Json items(String... keys) {
        return Json.of(Arrays.stream(keys)
                .map(key -> Json.object().with("key", key).with("name", key))
                .toList());
    }

    static Json goal() {
        return Json.object().with("goal", Json.of(true));
    }

    static Json item() {
        return Json.object().with("item", Json.of(true));
    }

    static Json value(Json value) {
        return Json.object().with("value", value);
    }

    static Json output(String step) {
        return Json.object().with("step", step);
    }

    static Json output(String step, String path) {
        return Json.object().with("step", step).with("path", path);
    }

    /** Returns {@code plan} with a gap named for {@code step}. */
    static Json.Obj withGap(Json.Obj plan, String step) {
        return plan.with(
                "gaps",
                Json.of(List.of(
                        Json.object().with("step", step).with("text", "No statement on " + step + " could be had."))));
    }
}
