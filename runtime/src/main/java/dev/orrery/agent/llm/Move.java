package dev.orrery.agent.llm;

import dev.orrery.message.Turn;

/** What a form wants next. */
sealed interface Move {
    /** The turn follows from the window; no model has to be asked. */
    record Settled(Turn turn) implements Move {}

    /** The model is to be asked this. */
    record Asked(Question question) implements Move {}
}
