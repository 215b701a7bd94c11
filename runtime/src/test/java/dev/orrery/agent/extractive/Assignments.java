package dev.orrery.agent.extractive;

import dev.orrery.message.Json;
import java.util.Arrays;
import java.util.List;

/** Inputs of steps as a plan would write them. */
final class Assignments {
    private Assignments() {}

    /** Describes a subject that has a folder of its key. */
    static Json.Obj subject(String key, String name) {
        return Json.object()
                .with("key", key)
                .with("name", name)
                .with("folder", key)
                .with("names", Json.texts(List.of(name, key)))
                .with("scoped", Json.of(true));
    }

    /** Describes topics. */
    static Json topics(String... names) {
        return Json.of(Arrays.stream(names)
                .map(n -> (Json) Json.object().with("name", n).with("query", n))
                .toList());
    }

    /** Describes a goal of this kind. */
    static Json.Obj frame(String kind) {
        return Json.object().with("kind", kind);
    }

    /** The inputs of a research step on one subject. */
    static Json.Obj research(Json subject, Json frame, String... topics) {
        return Json.object()
                .with("goal", "the goal")
                .with("subject", subject)
                .with("frame", frame)
                .with("topics", topics(topics));
    }

    /** The result of the step for one subject, as a later step is handed it. */
    static Json finished(Json subject, Json output) {
        return Json.object()
                .with("key", subject.text("key"))
                .with("item", subject)
                .with("output", output);
    }

    /** What stands in the lines of a report's output. */
    static List<String> lines(Json report) {
        return report.list("lines").stream().map(l -> l.text("text")).toList();
    }

    /** The statements on {@code topic} in findings. */
    static List<String> statements(Json findings, String topic) {
        return findings.list("topics").stream()
                .filter(t -> t.text("topic").equals(topic))
                .flatMap(t -> t.list("statements").stream())
                .map(s -> s.text("text"))
                .toList();
    }
}
