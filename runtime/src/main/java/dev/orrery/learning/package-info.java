/**
 * How later runs get better from earlier ones, and never unseen. Signals of a run, from QA and from humans, become
 * {@linkplain dev.orrery.learning.Proposal proposals}; an accepted proposal makes a new learned version, which each run
 * pins when it starts; rolling one back makes another version.
 *
 * <p>Start with {@link dev.orrery.learning.Learning}. What it decides is pure: {@link dev.orrery.learning.Lessons} says
 * what a run taught, {@link dev.orrery.learning.LearningDecider} what follows from it, and
 * {@link dev.orrery.learning.LearningState} is the fold over what is kept of all that.
 * {@link dev.orrery.learning.Feedback} is what a human says of an outcome, and {@link dev.orrery.learning.FeedbackReader}
 * turns it into the signal that a run's events keep.
 *
 * <p>Rooms inside: {@code outcome} (who did what in a run), {@code edit} (what an edited copy of a report changed).
 *
 * <p>Invariants: nothing changes a later run without acceptance; what was learned is a fact of the stream, never
 * recomputed; observing a run twice says nothing twice.
 */
@NullMarked
package dev.orrery.learning;

import org.jspecify.annotations.NullMarked;
