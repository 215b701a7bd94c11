package dev.orrery.engine;

import dev.orrery.agent.Agent;
import dev.orrery.message.Json;
import java.util.List;
import java.util.Map;

/**
 * Who answers in an agent's name, and what a reply must fit.
 *
 * @param agents the agents by name
 * @param check what is wrong with a value by a JSON Schema; nothing when it fits
 */
public record Replies(Map<String, Agent> agents, SchemaErrors check) {
    /** Checks a value against a JSON Schema. */
    @FunctionalInterface
    public interface SchemaErrors {
        /** Returns what is wrong, in words for the one who wrote {@code value}. */
        List<String> errors(Json schema, Json value);
    }

    public Replies {
        agents = Map.copyOf(agents);
    }
}
