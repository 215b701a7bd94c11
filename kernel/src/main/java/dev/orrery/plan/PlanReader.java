package dev.orrery.plan;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a plan from the JSON that a planner, a human or an event holds. What is malformed is named with the place where
 * it stands, so that the author can mend it; whether a well-formed plan can run is for {@link PlanCompiler} to say.
 */
public final class PlanReader {
    private final List<String> errors = new ArrayList<>();

    private PlanReader() {}

    /** What became of reading: a plan, or what is wrong with the text. */
    public sealed interface Reading {
        /** The plan is well formed. */
        record Read(Plan plan) implements Reading {}

        /** The plan is malformed; {@code errors} is not empty. */
        record Malformed(List<String> errors) implements Reading {
            public Malformed {
                errors = List.copyOf(errors);
            }
        }
    }

    /** Reads {@code json}. */
    public static Reading read(Json json) {
        var reader = new PlanReader();
        Plan plan = reader.plan(json);
        return reader.errors.isEmpty() ? new Reading.Read(plan) : new Reading.Malformed(reader.errors);
    }

    /** Reads one step; empty when it is malformed. */
    public static Optional<Step> step(Json json) {
        var reader = new PlanReader();
        Optional<Step> step = reader.step(json, "step");
        return reader.errors.isEmpty() ? step : Optional.empty();
    }

    private Plan plan(Json json) {
        var steps = new ArrayList<Step>();
        List<Json> given = json.list("steps");
        if (given.isEmpty()) errors.add("steps: a plan has at least one step");
        for (int i = 0; i < given.size() && i <= Plan.STEPS_MAX; i++) {
            step(given.get(i), "steps[" + i + "]").ifPresent(steps::add);
        }
        var gaps = json.list("gaps").stream()
                .map(g -> new Plan.Gap(g.text("step"), g.text("text")))
                .toList();
        return new Plan(steps, json.text("deliver"), gaps, extra(json));
    }

    private static Json extra(Json json) {
        var extra = new LinkedHashMap<String, Json>();
        if (json instanceof Json.Obj o) extra.putAll(o.members());
        extra.keySet().removeAll(List.of("steps", "deliver", "gaps"));
        return new Json.Obj(extra);
    }

    private Optional<Step> step(Json json, String where) {
        String id = json.text("id");
        if (!id.matches(ID)) {
            errors.add(where + ".id: \"" + id + "\" is no step id (" + ID + ")");
        }
        Optional<Capability> capability = Capability.of(json.text("capability"));
        if (capability.isEmpty()) {
            errors.add(where + ".capability: \"" + json.text("capability") + "\" is none of " + Capability.all());
            return Optional.empty();
        }
        return Optional.of(new Step(
                id,
                capability.get(),
                json.text("instructions"),
                inputs(json, where),
                json.at("output"),
                json.textList("rubric"),
                json.textList("tools"),
                json.textList("scope"),
                json.at("forEach").flatMap(f -> forEach(f, where + ".forEach")),
                json.textList("after")));
    }

    /** Step ids as an author writes them, with what the kernel adds for children, reviews and replans. */
    private static final String ID = "[a-z][a-z0-9-]{0,63}((/[a-z0-9][a-z0-9-]{0,63})?(#qa[0-9]+)?)";

    private Map<String, Ref> inputs(Json json, String where) {
        var refs = new LinkedHashMap<String, Ref>();
        if (json.at("inputs").orElse(Json.object()) instanceof Json.Obj inputs) {
            inputs.members()
                    .forEach((name, ref) -> ref(ref, where + ".inputs." + name).ifPresent(r -> refs.put(name, r)));
        } else {
            errors.add(where + ".inputs: is not an object");
        }
        return refs;
    }

    private Optional<Step.ForEach> forEach(Json json, String where) {
        return ref(json.at("over").orElse(json), where + ".over")
                .map(over -> new Step.ForEach(over, json.text("as", "item")));
    }

    private Optional<Ref> ref(Json json, String where) {
        if (json.flag("goal")) return Optional.of(new Ref.Goal());
        if (json.flag("item")) return Optional.of(new Ref.Item());
        if (json instanceof Json.Obj o && o.members().containsKey("value")) {
            return Optional.of(new Ref.Literal(o.members().getOrDefault("value", new Json.Null())));
        }
        if (json.at("step").isPresent()) return Optional.of(new Ref.Output(json.text("step"), json.text("path")));
        errors.add(where + ": is no reference; write {\"goal\":true}, {\"step\":ID}, {\"value\":…} or {\"item\":true}");
        return Optional.empty();
    }
}
