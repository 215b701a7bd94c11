package dev.orrery.plan;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a plan from the JSON that a planner, a human or an event holds. What is malformed is named with the place where
 * it stands, so that the author can mend it; nothing is guessed or left out in silence. Whether a well-formed plan can run
 * is for {@link PlanCompiler} to say.
 */
public final class PlanReader {
    /** Step ids as an author writes them, with what the kernel adds for children and reviews. */
    private static final Pattern ID =
            Pattern.compile("[a-z][a-z0-9-]{0,63}(/[a-z0-9][a-z0-9-]{0,63})?(#qa[0-9]{1,9})?");

    private static final String ID_FORM = "lower-case letters, digits and hyphens, a letter first, at most 64";
    private static final String REF_FORM = "write {\"goal\":true}, {\"step\":ID}, {\"value\":…} or {\"item\":true}";

    private final Errors errors = new Errors();

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
        return reader.errors.isEmpty() ? new Reading.Read(plan) : new Reading.Malformed(reader.errors.list());
    }

    /** Reads one step; empty when it is malformed. */
    public static Optional<Step> step(Json json) {
        var reader = new PlanReader();
        Optional<Step> step = reader.step(json, "step");
        return reader.errors.isEmpty() ? step : Optional.empty();
    }

    private Plan plan(Json json) {
        var steps = new ArrayList<Step>();
        List<Json> given = list(json, "steps", "steps");
        if (given.isEmpty()) errors.add("steps: a plan has at least one step");
        if (given.size() > Plan.STEPS_MAX) {
            errors.add("steps: a plan has at most " + Plan.STEPS_MAX + ", not " + given.size());
        }
        for (int i = 0; i < Math.min(given.size(), Plan.STEPS_MAX); i++) {
            step(given.get(i), "steps[" + i + "]").ifPresent(steps::add);
        }
        return new Plan(steps, text(json, "deliver", "deliver"), gaps(json), extra(json));
    }

    private List<Plan.Gap> gaps(Json json) {
        var gaps = new ArrayList<Plan.Gap>();
        for (Json gap : list(json, "gaps", "gaps")) {
            if (gap.text("step").isEmpty()) {
                errors.add("gaps[" + gaps.size() + "]: write {\"step\":ID,\"text\":WHY}");
            }
            gaps.add(new Plan.Gap(gap.text("step"), gap.text("text")));
        }
        return gaps;
    }

    private static Json extra(Json json) {
        var extra = new LinkedHashMap<String, Json>();
        if (json instanceof Json.Obj o) extra.putAll(o.members());
        extra.keySet().removeAll(List.of("steps", "deliver", "gaps"));
        return new Json.Obj(extra);
    }

    private Optional<Step> step(Json json, String where) {
        String id = text(json, "id", where + ".id");
        if (!ID.matcher(id).matches()) {
            errors.add(where + ".id: " + Errors.quoted(id) + " is no step id; take " + ID_FORM);
        }
        Optional<Capability> capability = Capability.of(json.text("capability"));
        if (capability.isEmpty()) {
            errors.add(where + ".capability: " + Errors.quoted(json.text("capability")) + " is none of "
                    + Capability.all());
        }
        var step = new Step(
                id,
                capability.orElse(Capability.TOOL),
                text(json, "instructions", where + ".instructions"),
                inputs(json, where),
                json.at("output").filter(o -> isObject(o, where + ".output")),
                texts(json, "rubric", where + ".rubric"),
                texts(json, "tools", where + ".tools"),
                texts(json, "scope", where + ".scope"),
                json.at("forEach").flatMap(f -> forEach(f, where + ".forEach")),
                texts(json, "after", where + ".after"));
        return capability.map(_ -> step);
    }

    private Map<String, Ref> inputs(Json json, String where) {
        var refs = new LinkedHashMap<String, Ref>();
        Json inputs = json.at("inputs").orElse(Json.object());
        if (isObject(inputs, where + ".inputs") && inputs instanceof Json.Obj o) {
            o.members()
                    .forEach((name, ref) -> ref(ref, where + ".inputs." + name).ifPresent(r -> refs.put(name, r)));
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
        if (!json.text("step").isEmpty()) {
            return Optional.of(new Ref.Output(json.text("step"), text(json, "path", where + ".path")));
        }
        errors.add(where + ": is no reference; " + REF_FORM);
        return Optional.empty();
    }

    private String text(Json json, String name, String where) {
        if (json.at(name).isPresent() && json.at(name).get().asText().isEmpty()) errors.add(where + ": is not a text");
        return json.text(name);
    }

    private List<Json> list(Json json, String name, String where) {
        if (json.at(name).isPresent() && !(json.at(name).get() instanceof Json.Arr)) {
            errors.add(where + ": is not a list; put it in brackets");
        }
        return json.list(name);
    }

    /** Reads a list of texts. One that were skipped could widen a scope or drop a criterion unseen. */
    private List<String> texts(Json json, String name, String where) {
        List<Json> items = list(json, name, where);
        List<String> texts = json.textList(name);
        if (texts.size() < items.size()) errors.add(where + ": is a list of texts, and holds something else");
        return texts;
    }

    private boolean isObject(Json json, String where) {
        if (!(json instanceof Json.Obj)) errors.add(where + ": is not an object");
        return json instanceof Json.Obj;
    }
}
