package dev.orrery.agent.extractive.research;

import dev.orrery.agent.extractive.selection.Evidence;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import java.util.List;

/**
 * Writes calls of the knowledge tools that stay below one folder.
 *
 * @param folder the folder; empty for the whole knowledge
 */
record Calls(String folder) {
    private static final int FILES_MAX = 2000;

    ToolCall search(String query, int limit) {
        return new ToolCall(
                Evidence.SEARCH, within(Json.object().with("query", query)).with("limit", limit));
    }

    ToolCall outline() {
        return new ToolCall(Evidence.OUTLINE, within(Json.object()).with("limit", FILES_MAX));
    }

    static ToolCall read(String path, int limit) {
        return new ToolCall(Evidence.READ, Json.object().with("path", path).with("limit", limit));
    }

    private Json.Obj within(Json.Obj arguments) {
        return folder.isEmpty() ? arguments : arguments.with("under", Json.texts(List.of(folder)));
    }
}
