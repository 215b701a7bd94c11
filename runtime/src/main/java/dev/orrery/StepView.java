package dev.orrery;

import dev.orrery.kernel.Amount;
import java.util.List;

/**
 * One step of a run, children and reviews included.
 *
 * @param parent the step that it is a child or a review of; empty for a step of the plan
 * @param item the key of the {@code forEach} value; empty when it is no child
 * @param status where it stands: {@code waiting ready running review expanded stuck done gap abandoned}
 * @param agent who did the last attempt; empty before the first
 * @param fallback whether the last attempt is that of the native stand-in of a model that did not manage
 * @param millis how long its agents took to answer, all attempts together
 * @param verdict what the last review said; empty without one
 * @param gap what is missing, when it was given up
 */
public record StepView(
        String step,
        String parent,
        String item,
        String capability,
        String agent,
        String status,
        int attempts,
        int repairs,
        boolean fallback,
        List<Input> inputs,
        Amount spent,
        long millis,
        List<Try> tries,
        String verdict,
        String gap) {

    /** A declared input: where it comes from, and the hash of its content. */
    public record Input(String name, String from, String hash) {}

    /**
     * One attempt.
     *
     * @param standIn whether the agent is the native stand-in of a model that did not manage
     * @param turns how many turns it took
     * @param spent what it used, turns that failed and calls that were lost included
     * @param millis how long its agent took to answer
     * @param failure why it failed; empty for one that stands or is under way
     */
    public record Try(
            int attempt, String agent, boolean standIn, int turns, Amount spent, long millis, String failure) {}

    public StepView {
        inputs = List.copyOf(inputs);
        tries = List.copyOf(tries);
    }
}
