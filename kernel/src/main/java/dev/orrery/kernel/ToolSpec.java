package dev.orrery.kernel;

import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import java.util.Locale;

/**
 * What a tool says of itself. A run pins the specs it starts with by {@link #hash}.
 *
 * @param name dotted lower-case name, such as {@code knowledge.search}
 * @param description one sentence for the agent
 * @param arguments a JSON Schema of its arguments object
 * @param effect what a call does to the world
 */
public record ToolSpec(String name, String description, Json arguments, EffectClass effect) {
    public ToolSpec {
        if (!name.matches("[a-z][a-z0-9_.-]{0,63}")) throw new IllegalArgumentException("not a tool name: " + name);
    }

    /** Returns the hash that changes when anything of the spec does. */
    public Hash hash() {
        return Hash.of(toJson().with("effect", effect.name().toLowerCase(Locale.ROOT)));
    }

    /** Returns what an agent is shown of the tool. */
    public Json.Obj toJson() {
        return Json.object().with("name", name).with("description", description).with("arguments", arguments);
    }
}
