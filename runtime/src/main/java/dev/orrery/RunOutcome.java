package dev.orrery;

import dev.orrery.kernel.RunStatus;
import dev.orrery.plan.Plan;
import java.util.List;

/**
 * How a run stands when it stops moving.
 *
 * @param run its id
 * @param status how it stands
 * @param report the report, Markdown; empty when there is none
 * @param reason why it failed, was cancelled or has gaps; empty when there is nothing to say
 * @param gaps what was given up
 * @param waiting what waits for a human
 */
public record RunOutcome(
        String run, RunStatus status, String report, String reason, List<Plan.Gap> gaps, List<Waiting> waiting) {
    public RunOutcome {
        gaps = List.copyOf(gaps);
        waiting = List.copyOf(waiting);
    }
}
