package dev.orrery;

import dev.orrery.learning.Proposal;
import java.util.List;

/**
 * What came of feedback.
 *
 * @param run which run it is about
 * @param said what was understood, on one line
 * @param proposals what it led to, together with earlier signals
 */
public record FeedbackTaken(String run, String said, List<Proposal> proposals) {
    public FeedbackTaken {
        proposals = List.copyOf(proposals);
    }
}
