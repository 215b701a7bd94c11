package dev.orrery.plan;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.Map;
import java.util.Set;

/**
 * What a plan may count on.
 *
 * @param capabilities what the run's agents can do
 * @param tools the tools that some agent of the run may use
 * @param schemas the output schema of each capability
 * @param turnsLeft how many turns the budget still allows
 */
public record Catalog(Set<Capability> capabilities, Set<String> tools, Map<Capability, Json> schemas, long turnsLeft) {
    public Catalog {
        capabilities = Set.copyOf(capabilities);
        tools = Set.copyOf(tools);
        schemas = Map.copyOf(schemas);
    }
}
