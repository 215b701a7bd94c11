package dev.orrery.kernel;

import java.util.List;

/** What a command leads to. Refusals are values: nothing is thrown for a command that comes too late. */
public sealed interface Decision {
    /** The command leads to these events; to none when it was said before. */
    record Accepted(List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused; the text says why and what to do. */
    record Rejected(String reason) implements Decision {}
}
