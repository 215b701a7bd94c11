package dev.orrery.engine;

import dev.orrery.kernel.RunState;

/** Performs what a run owes, without blocking its caller, and answers the session with commands. */
interface Performer {
    /** Performs the effect of {@code debt}; its answer goes to {@code session}. */
    void perform(RunState.Debt debt, Session session);

    /** The effect is not owed any more: an agent that still thinks about it stops. */
    void drop(String effect);

    /** The run is worked on no more: nothing of it is held here any longer. */
    void end();
}
