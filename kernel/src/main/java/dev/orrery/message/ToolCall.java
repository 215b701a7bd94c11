package dev.orrery.message;

/** A call that an agent asks for: the tool's name and its arguments, an object. Nothing is done yet. */
public record ToolCall(String tool, Json arguments) {
    public ToolCall {
        if (tool.isBlank()) throw new IllegalArgumentException("a tool call names a tool");
        // Events keep no null, so a call would come back as another one, under another key.
        if (arguments instanceof Json.Null) arguments = Json.object();
    }
}
