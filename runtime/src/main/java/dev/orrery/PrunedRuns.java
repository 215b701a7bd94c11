package dev.orrery;

import java.util.List;

/**
 * What was removed, or would be.
 *
 * @param contents how many contents went with the runs; 0 where it was only looked
 */
public record PrunedRuns(List<RunSummary> runs, long contents) {
    public PrunedRuns {
        runs = List.copyOf(runs);
    }
}
