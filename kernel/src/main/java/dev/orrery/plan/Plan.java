package dev.orrery.plan;

import dev.orrery.message.Json;
import java.util.List;
import java.util.Optional;

/**
 * A typed graph of steps.
 *
 * @param steps the steps, in the order in which the author wrote them
 * @param deliver the id of the step whose output is what the run delivers
 * @param gaps what the author gave up, for the report
 * @param extra what else the author said (kind, remarks, facts): kept and shown, never interpreted by the kernel
 */
public record Plan(List<Step> steps, String deliver, List<Gap> gaps, Json extra) {
    /** The most steps that a plan may have before its lists grow. */
    public static final int STEPS_MAX = 500;

    /** The deepest nesting of a plan as JSON: events and windows that hold it need levels of what a reader accepts. */
    public static final int DEPTH_MAX = 64;

    /** The most values that one {@code forEach} may grow to. */
    public static final int FAN_OUT_MAX = 10_000;

    /**
     * Something that the plan does not deliver.
     *
     * @param step the step or child step that was given up, such as {@code research/acme}
     * @param text what is missing and why, for people
     */
    public record Gap(String step, String text) {}

    public Plan {
        steps = List.copyOf(steps);
        gaps = List.copyOf(gaps);
    }

    /** Returns the step {@code id}. */
    public Optional<Step> step(String id) {
        return steps.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** Returns the stable form that events keep; {@link PlanReader} reads it back. */
    public Json.Obj toJson() {
        Json.Obj json = extra instanceof Json.Obj o ? o : Json.object();
        return json.with("steps", Json.of(steps.stream().map(Step::toJson).toList()))
                .with("deliver", deliver)
                .with(
                        "gaps",
                        Json.of(gaps.stream()
                                .map(g -> Json.object().with("step", g.step()).with("text", g.text()))
                                .toList()));
    }
}
