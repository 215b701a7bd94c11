package dev.orrery.agent;

/** An agent could not answer. What it could not do is a failed attempt; the ladder decides how to go on. */
public final class AgentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what happened, to which agent. */
    public AgentException(String message) {
        super(message);
    }

    /** Says what happened, to which agent, and what was the cause. */
    public AgentException(String message, Throwable cause) {
        super(message, cause);
    }
}
