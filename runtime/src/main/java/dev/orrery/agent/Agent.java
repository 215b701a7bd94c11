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
}
