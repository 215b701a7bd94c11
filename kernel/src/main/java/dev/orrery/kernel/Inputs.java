package dev.orrery.kernel;

import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.plan.Ref;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Follows a step's declared inputs to their values. Pure; an input whose step gave nothing is simply not there. */
public final class Inputs {
    private Inputs() {}

    /**
     * An input with its value.
     *
     * @param source where it comes from: {@code goal}, {@code plan}, or {@code step:ID}
     */
    public record Input(String name, String source, Value value) {}

    /** Returns the inputs of {@code step} that have a value, in the order in which the plan declares them. */
    public static List<Input> of(RunState s, StepState step) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        step.step()
                .inputs()
                .forEach((name, ref) -> resolve(s, ref, step.origin().item())
                        .ifPresent(json ->
                                inputs.put(name, new Input(name, source(ref), new Value(json, label(s, step, ref))))));
        return List.copyOf(inputs.values());
    }

    static Optional<Json> resolve(RunState s, Ref ref, Optional<Json> item) {
        return switch (ref) {
            case Ref.Goal _ -> Optional.of(Json.of(s.begun().goal()));
            case Ref.Literal l -> Optional.of(l.value());
            case Ref.Item _ -> item;
            case Ref.Output o -> s.graph().step(o.step()).flatMap(from -> output(s, from, o));
        };
    }

    private static Optional<Json> output(RunState s, StepState from, Ref.Output ref) {
        Optional<Json> found = from.step().forEach().isPresent() ? Optional.of(Flow.join(s, from)) : from.output();
        for (String name : ref.names()) found = found.flatMap(v -> v.at(name));
        return found;
    }

    private static String source(Ref ref) {
        return switch (ref) {
            case Ref.Goal _ -> "goal";
            case Ref.Literal _, Ref.Item _ -> "plan";
            case Ref.Output o -> "step:" + o.step();
        };
    }

    private static Label label(RunState s, StepState step, Ref ref) {
        return switch (ref) {
            case Ref.Goal _ -> Label.user("goal");
            case Ref.Literal _ -> planLabel(s);
            case Ref.Item _ -> itemLabel(s, step);
            case Ref.Output o ->
                s.graph().step(o.step()).map(from -> outputLabel(s, from)).orElse(Label.user("plan"));
        };
    }

    private static Label outputLabel(RunState s, StepState from) {
        if (from.step().forEach().isEmpty()) return from.label();
        return Label.join(
                from.children().stream().map(id -> s.graph().get(id).label()).toList());
    }

    /** A value is no more trusted than the list that it stands in. */
    private static Label itemLabel(RunState s, StepState step) {
        return parent(s, step)
                .flatMap(parent -> parent.step().forEach().map(f -> label(s, parent, f.over())))
                .orElseGet(() -> planLabel(s));
    }

    private static Optional<StepState> parent(RunState s, StepState step) {
        return step.origin()
                .reviewOf()
                .flatMap(s.graph()::step)
                .orElse(step)
                .origin()
                .parent()
                .flatMap(s.graph()::step);
    }

    /** What a plan holds was written by planners that read documents, so it is no more trusted than they are. */
    private static Label planLabel(RunState s) {
        return IntStream.rangeClosed(0, s.progress().replans())
                .mapToObj(n -> n == 0 ? Plans.FIRST : Plans.REPLAN + n)
                .flatMap(id -> s.graph().step(id).stream())
                .map(StepState::label)
                .reduce(Label.user("plan"), Label::join);
    }
}
