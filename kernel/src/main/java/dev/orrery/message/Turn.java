package dev.orrery.message;

import java.util.List;

/** What an agent answers to one window. The kernel decides what becomes of it. */
public sealed interface Turn {
    /** The most calls that one turn may ask for. */
    int CALLS_MAX = 32;

    /** The agent wants these tools called and will be asked again with their results. */
    record ToolCalls(List<ToolCall> calls) implements Turn {
        public ToolCalls {
            calls = List.copyOf(calls);
            if (calls.isEmpty() || calls.size() > CALLS_MAX) {
                throw new IllegalArgumentException("a turn asks for 1 to " + CALLS_MAX + " calls, not " + calls.size());
            }
        }
    }

    /** The most characters of a note, as JSON text. */
    int NOTE_MAX = 32_000;

    /**
     * The agent keeps something for its next turn and is asked again: {@code content} is committed and then shown as
     * {@link Exchange.Noted}. So an agent that is asked one thing at a time keeps what it has so far.
     */
    record Note(Json content) implements Turn {
        public Note {
            int size = JsonText.print(content).length();
            if (size > NOTE_MAX) {
                throw new IllegalArgumentException("a note has at most " + NOTE_MAX + " characters, not " + size);
            }
        }
    }

    /** The agent is done: its output, to be checked against the step's schema. */
    record Final(Json output) implements Turn {}

    /** The agent cannot go on without a human's word. */
    record Ask(String question) implements Turn {
        public Ask {
            if (question.isBlank()) throw new IllegalArgumentException("a question has text");
        }
    }
}
