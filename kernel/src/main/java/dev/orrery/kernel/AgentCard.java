package dev.orrery.kernel;

import dev.orrery.message.Capability;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the kernel knows of an agent: its definition as a run pins it.
 *
 * @param name unique among the run's agents
 * @param capabilities what it can be asked for
 * @param tools the tools it may use at all
 * @param origin who defined it
 * @param limits what one attempt may use up
 * @param role its scoped instructions, shown in each window
 * @param output the JSON Schema of its output, where it differs from the capability's
 * @param memory the namespaces of memory that it reads; {@code *} stands for all
 * @param input the JSON Schema of its inputs, an object with a member for each; empty when it takes any
 * @param proposes the namespaces of memory that it may propose to; empty when its definition does not say
 * @param mind what answers in its name
 * @param model the model that answers, where the mind is {@code MODEL}; empty otherwise
 */
public record AgentCard(
        String name,
        Set<Capability> capabilities,
        List<String> tools,
        Origin origin,
        Limits limits,
        String role,
        Optional<Json> output,
        List<String> memory,
        Optional<Json> input,
        List<String> proposes,
        Mind mind,
        Optional<ModelPin> model) {

    /** Who defined an agent. At equal scores a user's definition precedes a built-in one. */
    public enum Origin {
        /** A file or class of the user's. */
        USER,
        /** Comes with Orrery. */
        BUILTIN,
        /** The native stand-in of a definition whose model did not manage; it ranks after all others. */
        FALLBACK
    }

    /** What answers in an agent's name. */
    public enum Mind {
        /** The native agent of the capability that is asked for. */
        NATIVE,
        /** A class of the user's, which only a program that brings it has. */
        CODE,
        /** A language model with the definition. */
        MODEL
    }

    /** What the name of a stand-in ends with. */
    public static final String STAND_IN = "-native";

    public AgentCard {
        if (!name.matches("[a-z][a-z0-9-]{0,63}")) throw new IllegalArgumentException("not an agent name: " + name);
        capabilities = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
        if (capabilities.isEmpty()) throw new IllegalArgumentException(name + " has no capability");
        tools = List.copyOf(tools);
        memory = List.copyOf(memory);
        proposes = List.copyOf(proposes);
        if (model.isPresent() != (mind == Mind.MODEL)) {
            throw new IllegalArgumentException(name + ": a model and the mind MODEL belong together");
        }
    }

    /** Makes a card of a native agent that takes any input and leaves open what it may propose to. */
    public AgentCard(
            String name,
            Set<Capability> capabilities,
            List<String> tools,
            Origin origin,
            Limits limits,
            String role,
            Optional<Json> output,
            List<String> memory) {
        this(
                name,
                capabilities,
                tools,
                origin,
                limits,
                role,
                output,
                memory,
                Optional.empty(),
                List.of(),
                Mind.NATIVE,
                Optional.empty());
    }

    /** Makes a user's card without tools, memory or instructions; the {@code with…} methods add what it needs. */
    public static AgentCard of(String name, Capability... capabilities) {
        return new AgentCard(
                name,
                new TreeSet<>(List.of(capabilities)),
                List.of(),
                Origin.USER,
                Limits.DEFAULT,
                "",
                Optional.empty(),
                List.of());
    }

    /** Returns this card with the tools given. */
    public AgentCard withTools(String... names) {
        return new AgentCard(
                name, capabilities, List.of(names), origin, limits, role, output, memory, input, proposes, mind, model);
    }

    /** Returns this card with the limits given. */
    public AgentCard withLimits(Limits most) {
        return new AgentCard(
                name, capabilities, tools, origin, most, role, output, memory, input, proposes, mind, model);
    }

    /** Returns this card with the scoped instructions given. */
    public AgentCard withRole(String text) {
        return new AgentCard(
                name, capabilities, tools, origin, limits, text, output, memory, input, proposes, mind, model);
    }

    /** Returns this card with the schema of its output. */
    public AgentCard withOutput(Json schema) {
        return new AgentCard(
                name,
                capabilities,
                tools,
                origin,
                limits,
                role,
                Optional.of(schema),
                memory,
                input,
                proposes,
                mind,
                model);
    }

    /** Returns this card with the namespaces of memory that it reads. */
    public AgentCard withMemory(String... namespaces) {
        return new AgentCard(
                name,
                capabilities,
                tools,
                origin,
                limits,
                role,
                output,
                List.of(namespaces),
                input,
                proposes,
                mind,
                model);
    }

    /** Returns this card with what answers in its name; a model is named by {@link #withModel}. */
    public AgentCard withMind(Mind answering) {
        return new AgentCard(
                name,
                capabilities,
                tools,
                origin,
                limits,
                role,
                output,
                memory,
                input,
                proposes,
                answering,
                answering == Mind.MODEL ? model : Optional.empty());
    }

    /** Returns this card with a model that answers in its name. */
    public AgentCard withModel(ModelPin answering) {
        return new AgentCard(
                name,
                capabilities,
                tools,
                origin,
                limits,
                role,
                output,
                memory,
                input,
                proposes,
                Mind.MODEL,
                Optional.of(answering));
    }

    /** Returns this card with these capabilities, of which there is at least one. */
    public AgentCard withCapabilities(Set<Capability> able) {
        return new AgentCard(name, able, tools, origin, limits, role, output, memory, input, proposes, mind, model);
    }

    /** Returns this card as the native stand-in {@code name-native} of a definition with a model. */
    public AgentCard standIn() {
        return new AgentCard(
                name.substring(0, Math.min(name.length(), 64 - STAND_IN.length())) + STAND_IN,
                capabilities,
                tools,
                Origin.FALLBACK,
                limits,
                role,
                output,
                memory,
                input,
                proposes,
                Mind.NATIVE,
                Optional.empty());
    }

    /** Tells whether this is the native stand-in of a definition with a model. */
    public boolean standsIn() {
        return origin == Origin.FALLBACK;
    }

    /** Returns the hash that changes when anything of the definition does. */
    public Hash hash() {
        return Hash.of(toJson());
    }

    /** Returns the stable form that events keep. */
    public Json.Obj toJson() {
        Json.Obj json = Json.object()
                .with("name", name)
                .with(
                        "capabilities",
                        Json.texts(capabilities.stream().map(Capability::wire).toList()))
                .with("tools", Json.texts(tools))
                .with("origin", origin.name().toLowerCase(Locale.ROOT))
                .with(
                        "limits",
                        Json.object()
                                .with("turns", limits.turns())
                                .with("tokens", limits.tokens())
                                .with("costMicros", limits.costMicros())
                                .with("timeMillis", limits.timeMillis()))
                .with("role", role)
                .with("memory", Json.texts(memory));
        if (output.isPresent()) json = json.with("output", output.get());
        if (input.isPresent()) json = json.with("input", input.get());
        if (!proposes.isEmpty()) json = json.with("proposes", Json.texts(proposes));
        if (mind != Mind.NATIVE) json = json.with("mind", mind.name().toLowerCase(Locale.ROOT));
        if (model.isPresent()) json = json.with("model", model.get().toJson());
        return json;
    }

    /** Reads what {@link #toJson} wrote. */
    public static AgentCard of(Json json) {
        Json limits = json.at("limits").orElse(Json.object());
        return new AgentCard(
                json.text("name"),
                new TreeSet<>(json.textList("capabilities").stream()
                        .flatMap(c -> Capability.of(c).stream())
                        .toList()),
                json.textList("tools"),
                Origin.valueOf(json.text("origin").toUpperCase(Locale.ROOT)),
                new Limits(
                        (int) limits.number("turns", Limits.DEFAULT.turns()),
                        limits.number("tokens", Limits.DEFAULT.tokens()),
                        limits.number("costMicros", Limits.DEFAULT.costMicros()),
                        limits.number("timeMillis", Limits.DEFAULT.timeMillis())),
                json.text("role"),
                json.at("output"),
                json.textList("memory"),
                json.at("input"),
                json.textList("proposes"),
                Mind.valueOf(json.text("mind", "native").toUpperCase(Locale.ROOT)),
                json.at("model").map(ModelPin::of));
    }
}
