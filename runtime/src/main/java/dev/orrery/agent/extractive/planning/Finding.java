package dev.orrery.agent.extractive.planning;

import dev.orrery.message.ToolCall;
import java.util.List;

/**
 * What a part of the planning has come to.
 *
 * @param <T> what is looked for
 */
sealed interface Finding<T> {
    /** It is known. */
    record Found<T>(T value) implements Finding<T> {}

    /** Tools have to be asked first. */
    record Wants<T>(List<ToolCall> calls) implements Finding<T> {
        public Wants {
            calls = List.copyOf(calls);
        }
    }

    /** A human has to be asked first. */
    record Asks<T>(String question) implements Finding<T> {}

    /** It cannot be found out; {@code why} is a sentence for the user. */
    record Fails<T>(String why) implements Finding<T> {}
}
