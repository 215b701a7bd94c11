package dev.orrery.kernel;

import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.ToolCall;
import java.time.Instant;

/**
 * Something wanted done in the world. Wanting it is an event, so it is owed until it is answered, over crashes too; the
 * engine performs what is owed and answers with the effect's id.
 */
public sealed interface Effect {
    /** Returns the id, unique within the run. */
    String id();

    /** Returns the step on whose behalf it is. */
    String step();

    /** Retrieve what the agent needs, build its window and store it. */
    record Assemble(String id, String step, int attempt, int turn) implements Effect {}

    /** Ask the agent to answer the window. {@code tokens} is the size of the window. */
    record Think(String id, String step, int attempt, int turn, String agent, Hash window, long tokens)
            implements Effect {}

    /**
     * Call a tool. {@code key} is the idempotency key: it names the call within the step, whatever the attempt, so a
     * repetition carries the same. {@code slot} is its place among the calls of its turn.
     */
    record UseTool(
            String id, String step, int attempt, String agent, int slot, ToolCall call, String key, EffectClass effect)
            implements Effect {

        /** Returns what makes two calls the same in a run and in its forks: the key without the run. */
        String identity() {
            return key.substring(key.indexOf('/') + 1);
        }

        /** Returns what an approval of this call is bound to: the run, the tool as pinned, and the exact arguments. */
        public Hash fingerprint(RunState state) {
            return fingerprint(state, step, call);
        }

        static Hash fingerprint(RunState state, String step, ToolCall call) {
            return Hash.of(Json.object()
                    .with("run", state.begun().run())
                    .with("step", step)
                    .with("tool", call.tool())
                    .with("pin", state.pins().hashes().getOrDefault(call.tool(), ""))
                    .with("arguments", call.arguments()));
        }
    }

    /** Wait until {@code at} for the question {@code question}, which is refused from then on. */
    record Wake(String id, String step, String question, Instant at) implements Effect {}

    /** Wait until {@code at}, then ask the attempt's agent about the same window again. */
    record Retry(String id, String step, int attempt, int turn, Hash window, long tokens, Instant at)
            implements Effect {}

    /** Put the report where the user asked for it. */
    record Deliver(String id, String step) implements Effect {}

    /** Hand the step's proposals to memory. */
    record Propose(String id, String step) implements Effect {}
}
