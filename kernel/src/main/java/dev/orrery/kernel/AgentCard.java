package dev.orrery.kernel;

import dev.orrery.message.Capability;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.util.List;
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
 */
public record AgentCard(
        String name,
        Set<Capability> capabilities,
        List<String> tools,
        Origin origin,
        Limits limits,
        String role,
        Optional<Json> output,
        List<String> memory) {

    /** Who defined an agent. At equal scores a user's definition precedes a built-in one. */
    public enum Origin {
        /** A file or class of the user's. */
        USER,
        /** Comes with Orrery. */
        BUILTIN
    }

    public AgentCard {
        if (!name.matches("[a-z][a-z0-9-]{0,63}")) throw new IllegalArgumentException("not an agent name: " + name);
        capabilities = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
        if (capabilities.isEmpty()) throw new IllegalArgumentException(name + " has no capability");
        tools = List.copyOf(tools);
        memory = List.copyOf(memory);
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
                .with("origin", origin == Origin.USER ? "user" : "builtin")
                .with(
                        "limits",
                        Json.object()
                                .with("turns", limits.turns())
                                .with("tokens", limits.tokens())
                                .with("costMicros", limits.costMicros())
                                .with("timeMillis", limits.timeMillis()))
                .with("role", role)
                .with("memory", Json.texts(memory));
        return output.map(o -> json.with("output", o)).orElse(json);
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
                json.text("origin").equals("user") ? Origin.USER : Origin.BUILTIN,
                new Limits(
                        (int) limits.number("turns", Limits.DEFAULT.turns()),
                        limits.number("tokens", Limits.DEFAULT.tokens()),
                        limits.number("costMicros", Limits.DEFAULT.costMicros()),
                        limits.number("timeMillis", Limits.DEFAULT.timeMillis())),
                json.text("role"),
                json.at("output"),
                json.textList("memory"));
    }
}
