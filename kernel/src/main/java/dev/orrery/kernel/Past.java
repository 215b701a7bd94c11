package dev.orrery.kernel;

import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;

/** One thing that happened earlier in an attempt, as the state keeps it: contents are hashes of blobs. */
public sealed interface Past {
    /** A call gave this content. */
    record Result(ToolCall call, Hash content, Label label) implements Past {}

    /** A call gave nothing, or was not allowed. */
    record Refused(ToolCall call, String reason) implements Past {}

    /** A human answered the agent's question. */
    record Answered(String question, String answer) implements Past {}

    /** The agent noted this for itself; {@code label} is that of the window it had seen. */
    record Noted(Json content, Label label) implements Past {}

    /** The last turn could not be used: {@code by} says by what, {@code critique} why. */
    record Objected(String by, String critique) implements Past {
        /** The loop guard tells the agent to do something else. */
        static final String LOOP_GUARD = "loop-guard";

        /** The output did not fit its schema. */
        static final String SCHEMA = "schema";
    }
}
