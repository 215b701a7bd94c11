package dev.orrery.tool;

import dev.orrery.message.Value;

/** What became of a tool call. */
public sealed interface ToolResult {
    /** It was done and gave {@code value}. */
    record Returned(Value value) implements ToolResult {}

    /** It certainly did nothing: wrong arguments, a refused connection, a full disk. */
    record NotDone(String reason) implements ToolResult {}

    /** It may have happened: a time-out, a broken connection. A human must find out when it cannot be repeated. */
    record Unknown(String reason) implements ToolResult {}
}
