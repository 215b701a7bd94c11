package dev.orrery;

import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.RunStatus;
import dev.orrery.plan.Plan;
import java.time.Instant;
import java.util.List;

/**
 * A run as a whole.
 *
 * @param fork the run that this is a copy of, and the last event that was copied, as {@code RUN@SEQ}; empty for none
 * @param report the text that the run delivers; empty while there is none
 * @param plan the current plan as JSON text, pretty enough to read; empty while there is none
 */
public record RunView(
        String run,
        String goal,
        RunStatus status,
        String reason,
        Instant started,
        Budget budget,
        Amount spent,
        List<StepView> steps,
        List<Plan.Gap> gaps,
        List<Waiting> waiting,
        List<Flag> flags,
        String plan,
        String fork,
        String report) {

    /** Something that a reader should know of: an attempt to instruct an agent, a contradiction. */
    public record Flag(String kind, String source, String text) {}

    public RunView {
        steps = List.copyOf(steps);
        gaps = List.copyOf(gaps);
        waiting = List.copyOf(waiting);
        flags = List.copyOf(flags);
    }
}
