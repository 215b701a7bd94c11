package dev.orrery.tool;

import dev.orrery.kernel.ToolSpec;

/**
 * Something in the world that an agent can use. The gate has judged the call and the runtime has checked its arguments
 * against the spec before {@link #call} is reached. Implementations are thread-safe.
 */
public interface Tool {
    /** Describes the tool. The answer never changes while the tool lives. */
    ToolSpec spec();

    /**
     * Does what is asked, blocking until it is done. An expected failure is a {@link ToolResult}; an exception counts
     * as an unknown outcome unless the tool only reads.
     */
    ToolResult call(ToolRequest request);
}
