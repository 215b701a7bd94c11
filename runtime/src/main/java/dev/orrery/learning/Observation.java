package dev.orrery.learning;

import java.util.List;

/**
 * What came of observing runs.
 *
 * @param made the proposals that are new
 * @param strengthened the open proposals for which more speaks now
 * @param reviews the memory entries that a human's rejection puts in doubt; said again whenever the run is observed, so
 *     whoever marks them must take a repetition for the same mark
 */
public record Observation(List<Proposal> made, List<Proposal> strengthened, List<MemoryReview> reviews) {
    /**
     * A memory entry that fed an outcome which a human rejected.
     *
     * @param source the entry as it was retrieved, such as {@code memory:ID@VERSION}
     * @param run the rejected run
     * @param seq the event that says so
     * @param why what the human said
     */
    public record MemoryReview(String source, String run, long seq, String why) {}

    public Observation {
        made = List.copyOf(made);
        strengthened = List.copyOf(strengthened);
        reviews = List.copyOf(reviews);
    }
}
