package dev.orrery.agent.llm;

import dev.orrery.message.Window;

/**
 * How one capability is put to a model: as small questions with closed answers, one a turn. What is asked next follows
 * from the window alone, so a form keeps nothing between two turns. Thread-safe.
 */
@FunctionalInterface
interface Form {
    /** Returns what comes next for {@code window}. */
    Move next(Window window);
}
