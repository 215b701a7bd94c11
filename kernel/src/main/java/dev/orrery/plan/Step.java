package dev.orrery.plan;

import dev.orrery.message.Capability;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One piece of work.
 *
 * @param id {@code [a-z][a-z0-9-]*}; children and reviews add to it what the kernel needs
 * @param capability what an agent must be able to do
 * @param instructions what to do, for the agent
 * @param inputs what the agent is shown, by name
 * @param output the JSON Schema of the output; the capability's own when empty
 * @param rubric what the output is judged by; without a rubric there is no review
 * @param tools the tools that this step needs; an agent may use those of them that its definition allows
 * @param scope the path prefixes of the knowledge that the step may reach; empty means all; {@code ${item.NAME}} stands
 *     for a member of the {@code forEach} value
 * @param forEach the list over which the step is repeated
 * @param after steps that must have ended before, without handing anything over
 */
public record Step(
        String id,
        Capability capability,
        String instructions,
        Map<String, Ref> inputs,
        Optional<Json> output,
        List<String> rubric,
        List<String> tools,
        List<String> scope,
        Optional<ForEach> forEach,
        List<String> after) {

    private static final Pattern ITEM_MEMBER = Pattern.compile("\\$\\{item\\.([^}]*)}");

    /** The list over which a step is repeated, and the name under which each value is known. */
    public record ForEach(Ref over, String as) {}

    public Step {
        inputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        rubric = List.copyOf(rubric);
        tools = List.copyOf(tools);
        scope = List.copyOf(scope);
        after = List.copyOf(after);
    }

    /** Makes a step with instructions and inputs only; the {@code with…} methods add the rest. */
    public static Step of(String id, Capability capability, String instructions, Map<String, Ref> inputs) {
        return new Step(
                id,
                capability,
                instructions,
                inputs,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** Returns this step with the rubric given. */
    public Step withRubric(List<String> criteria) {
        return new Step(id, capability, instructions, inputs, output, criteria, tools, scope, forEach, after);
    }

    /** Returns this step with the tools given. */
    public Step withTools(List<String> names) {
        return new Step(id, capability, instructions, inputs, output, rubric, names, scope, forEach, after);
    }

    /** Returns this step with the knowledge scope given. */
    public Step withScope(List<String> prefixes) {
        return new Step(id, capability, instructions, inputs, output, rubric, tools, prefixes, forEach, after);
    }

    /** Returns this step repeated over a list. */
    public Step withForEach(ForEach list) {
        return new Step(id, capability, instructions, inputs, output, rubric, tools, scope, Optional.of(list), after);
    }

    /** Returns the steps that must have ended before this one can start. */
    public Set<String> needs() {
        Set<String> needs = before();
        forEach.ifPresent(f -> need(f.over(), needs));
        return needs;
    }

    /** Returns what {@link #needs} does, without the step that gives the list of a {@code forEach}. */
    public Set<String> before() {
        var needs = new LinkedHashSet<>(after);
        inputs.values().forEach(ref -> need(ref, needs));
        return needs;
    }

    private static void need(Ref ref, Set<String> needs) {
        if (ref instanceof Ref.Output o) needs.add(o.step());
    }

    /** Returns the id of the child that this {@code forEach} step has for the value {@code item}. */
    public String childId(Json item) {
        return id + "/" + item.text("key");
    }

    /** Returns the child that this {@code forEach} step has for the value {@code item}. */
    public Step child(Json item) {
        return new Step(
                childId(item),
                capability,
                instructions,
                inputs,
                output,
                rubric,
                tools,
                scope.stream().map(s -> fill(s, item)).toList(),
                Optional.empty(),
                List.of());
    }

    /** Fills in the texts of the item. What it does not say stays as it is, which no path matches. */
    private static String fill(String scope, Json item) {
        return ITEM_MEMBER
                .matcher(scope)
                .replaceAll(found -> Matcher.quoteReplacement(
                        item.at(found.group(1)).flatMap(Json::asText).orElse(found.group())));
    }

    /**
     * Returns the hash of what is to be done, without the list that a {@code forEach} runs over: a child survives a
     * revision in which other children come or go.
     */
    public Hash definition() {
        Json.Obj json = toJson();
        return Hash.of(forEach.map(f -> json.with("forEach", f.as())).orElse(json));
    }

    /** Returns the stable form that events keep. */
    public Json.Obj toJson() {
        var refs = new LinkedHashMap<String, Json>();
        inputs.forEach((name, ref) -> refs.put(name, ref.toJson()));
        Json.Obj json = Json.object()
                .with("id", id)
                .with("capability", capability.wire())
                .with("instructions", instructions)
                .with("inputs", new Json.Obj(refs));
        if (output.isPresent()) json = json.with("output", output.get());
        if (!rubric.isEmpty()) json = json.with("rubric", Json.texts(rubric));
        if (!tools.isEmpty()) json = json.with("tools", Json.texts(tools));
        if (!scope.isEmpty()) json = json.with("scope", Json.texts(scope));
        if (forEach.isPresent()) {
            json = json.with(
                    "forEach",
                    Json.object()
                            .with("over", forEach.get().over().toJson())
                            .with("as", forEach.get().as()));
        }
        if (!after.isEmpty()) json = json.with("after", Json.texts(after));
        return json;
    }
}
