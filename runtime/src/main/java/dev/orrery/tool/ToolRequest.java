package dev.orrery.tool;

import dev.orrery.message.Json;
import java.nio.file.Path;
import java.util.List;

/**
 * One call of a tool.
 *
 * @param run the run on whose behalf
 * @param step the step on whose behalf
 * @param key the idempotency key: the same for every repetition of this call, in later attempts too
 * @param arguments the arguments, checked against the tool's schema
 * @param scope the path prefixes that this step may reach in the knowledge; empty means all
 * @param outputFolder the only folder that this run may write to
 */
public record ToolRequest(String run, String step, String key, Json arguments, List<String> scope, Path outputFolder) {
    public ToolRequest {
        scope = List.copyOf(scope);
    }
}
