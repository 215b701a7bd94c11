package dev.orrery.model;

import java.util.List;

/** One message of a conversation with a model. */
public sealed interface Message {
    /** The system message: what the application says, before everything else. */
    record Instruction(String text) implements Message {}

    /** What is asked. */
    record User(String text) implements Message {}

    /** What the model said earlier: text, calls, or both. */
    record Assistant(String text, List<Call> calls) implements Message {
        public Assistant {
            calls = List.copyOf(calls);
        }
    }

    /** What a tool gave back for the call {@code callId} of an earlier {@link Assistant} message. */
    record ToolResult(String callId, String tool, String text) implements Message {}
}
