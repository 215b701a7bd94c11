package dev.orrery.agent;

import dev.orrery.kernel.AgentCard;

/**
 * An agent definition as a file gives it.
 *
 * @param card what a run pins
 * @param source the file, as it was named to us
 * @param description what the agent is for, in its author's words; may be empty
 * @param open whether the definition leaves open what answers, so that a run's own model does
 */
public record AgentFile(AgentCard card, String source, String description, boolean open) {}
