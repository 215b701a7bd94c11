package dev.orrery.kernel;

/** The run as a state machine. Both functions are pure; {@link #evolve} is the only one that replay calls. */
public interface Decider {
    /** Decides what {@code command} leads to. */
    Decision decide(RunState state, Command command, World world);

    /** Returns the state after {@code event}. */
    RunState evolve(RunState state, Event event);
}
