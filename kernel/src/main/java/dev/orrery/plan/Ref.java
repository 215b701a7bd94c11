package dev.orrery.plan;

import dev.orrery.message.Json;
import java.util.List;

/** Where a step's input comes from. A step sees what it declares and nothing else. */
public sealed interface Ref {
    /** The run's goal. */
    record Goal() implements Ref {}

    /**
     * The output of another step, or the part of it at a dotted path. The output of a {@code forEach} step is the array
     * of {@code {item, key, output}} of its finished children.
     */
    record Output(String step, String path) implements Ref {
        /** Returns the names along the path, outermost first. */
        public List<String> names() {
            return path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
        }
    }

    /** A value that the plan itself holds. */
    record Literal(Json value) implements Ref {}

    /** The value that a {@code forEach} child was made for. */
    record Item() implements Ref {}

    /** Returns the stable form. */
    default Json.Obj toJson() {
        return switch (this) {
            case Goal _ -> Json.object().with("goal", Json.of(true));
            case Output o ->
                o.path().isEmpty()
                        ? Json.object().with("step", o.step())
                        : Json.object().with("step", o.step()).with("path", o.path());
            case Literal l -> Json.object().with("value", l.value());
            case Item _ -> Json.object().with("item", Json.of(true));
        };
    }
}
