package dev.orrery.agent;

import dev.orrery.message.Turn;
import dev.orrery.message.Window;

/**
 * Answers one window with one turn. A native agent is a pure function of the window: the same window gives the same
 * turn, and knowledge reaches it through tool calls only. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Agent {
    /**
     * Answers {@code window}.
     *
     * @throws AgentException when the agent is broken or out of reach; any other exception counts as broken, too
     */
    Turn reply(Window window);

    /**
     * Answers {@code window} within {@code room} and says what it used. An agent that pays for its answers overrides this;
     * for all others the runtime counts. The thread is interrupted when the time is up.
     *
     * @throws AgentException when the agent is broken or out of reach; it may say what was used all the same
     */
    default Answer answer(Window window, Room room) {
        return Answer.of(reply(window));
    }
}
