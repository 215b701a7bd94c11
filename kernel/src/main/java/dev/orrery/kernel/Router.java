package dev.orrery.kernel;

import java.util.List;

/** Ranks the agents for a step. Implementations are pure. */
@FunctionalInterface
public interface Router {
    /** Returns all agents that have the capability, the best first; those that cannot be taken now say so. */
    List<Candidate> rank(RunState state, StepState step, World world);

    /**
     * An agent that could be taken.
     *
     * @param score higher is better
     * @param available whether it can be taken now
     * @param why what the score and the availability rest on
     */
    record Candidate(String agent, double score, boolean available, String why) {}
}
