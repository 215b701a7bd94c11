package dev.orrery;

import dev.orrery.kernel.Budget;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a copy of a run differs from it.
 *
 * @param id the new run's id; one is made when empty
 * @param budget what it may spend in all, what was spent before included; that of the original when empty
 * @param out the folder for its report and files; none when empty: a copy does not write over the original's report
 * @param agents whose agents it goes on with
 */
public record ForkRequest(Optional<String> id, Optional<Budget> budget, Optional<Path> out, Agents agents) {
    /** Whose agents a copy goes on with. */
    public enum Agents {
        /** Those that the original has. */
        ITS_OWN,
        /** Those that a run would have that begins now: agents, models and what was learned. */
        OF_NOW
    }

    /** A copy that differs in nothing. */
    public static final ForkRequest SAME =
            new ForkRequest(Optional.empty(), Optional.empty(), Optional.empty(), Agents.ITS_OWN);

    /** Returns a copy with this id. */
    public ForkRequest withId(String name) {
        return new ForkRequest(Optional.of(name), budget, out, agents);
    }
}
