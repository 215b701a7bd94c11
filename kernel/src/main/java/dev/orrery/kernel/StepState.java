package dev.orrery.kernel;

import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.plan.Step;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * How one step stands.
 *
 * @param step what is to be done
 * @param origin where the step comes from
 * @param phase where it stands
 * @param waitingFor how many of the steps that it needs have not ended
 * @param children the ids of the steps that a {@code forEach} grew
 * @param attempt the attempt under way or the last one
 * @param failures why earlier attempts at this definition failed, in order
 * @param output what the last attempt produced; it counts once the phase says so
 * @param label how far the output may be trusted and where it comes from
 * @param spent what was spent on it, all attempts together
 * @param repairs how many replies had to be mended
 * @param gap what is missing, when it was given up
 */
public record StepState(
        Step step,
        Origin origin,
        Phase phase,
        int waitingFor,
        PVector<String> children,
        Optional<Attempt> attempt,
        PVector<Failure> failures,
        Optional<Json> output,
        Label label,
        Amount spent,
        int repairs,
        String gap) {

    /**
     * Where a step comes from.
     *
     * @param parent the {@code forEach} step that it is a child of
     * @param item the value that it is a child for
     * @param reviewOf the step that it reviews
     */
    public record Origin(Optional<String> parent, Optional<Json> item, Optional<String> reviewOf) {
        /** A step of the plan. */
        static final Origin PLAN = new Origin(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static final Label NO_LABEL = new Label(Label.Integrity.USER, java.util.Set.of(), java.util.Set.of());

    /** Why an attempt failed. */
    public record Failure(int attempt, String agent, FailureKind kind, String critique) {}

    /** Where a step stands. */
    public enum Phase {
        /** Waits for steps that it needs. */
        WAITING,
        /** Can be routed. */
        READY,
        /** An attempt is under way. */
        RUNNING,
        /** Its output is being reviewed. */
        REVIEW,
        /** Its children do the work. */
        EXPANDED,
        /** Waits for the plan to be rewritten around it. */
        STUCK,
        /** Done. */
        DONE,
        /** Given up; named as a gap. */
        GAP,
        /** No longer wanted. */
        ABANDONED;

        /** Tells whether nothing more will happen to the step. */
        public boolean ended() {
            return this == DONE || this == GAP || this == ABANDONED;
        }

        /** Returns the stable name. */
        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A step that has not begun; what it waits for is not counted yet. */
    static StepState fresh(Step step, Origin origin) {
        return new StepState(
                step,
                origin,
                Phase.WAITING,
                0,
                TreePVector.empty(),
                Optional.empty(),
                TreePVector.empty(),
                Optional.empty(),
                NO_LABEL,
                Amount.ZERO,
                0,
                "");
    }

    /**
     * The step begins again under another definition. Attempts count on, so that none is ever taken for another; children
     * stay until the list says otherwise; what was spent stays spent.
     */
    StepState again(Step anew, Origin from) {
        return new StepState(
                anew,
                from,
                Phase.WAITING,
                0,
                children,
                attempt,
                TreePVector.empty(),
                Optional.empty(),
                NO_LABEL,
                spent,
                repairs,
                "");
    }

    /** Returns the step's id. */
    public String id() {
        return step.id();
    }

    /** Returns how many attempts were begun, those under an earlier definition included. */
    public int attempts() {
        return attempt.map(Attempt::number).orElse(0);
    }

    /** Tells whether a new plan may simply put its own step in this one's place: nothing was done for this one. */
    boolean replaceable() {
        return switch (phase) {
            case WAITING, EXPANDED, ABANDONED -> true;
            case READY -> failures.isEmpty();
            case RUNNING, REVIEW, STUCK, DONE, GAP -> false;
        };
    }

    /** Tells whether the attempt {@code number} is under way. */
    boolean tries(int number) {
        return phase == Phase.RUNNING && attempts() == number;
    }

    /** Tells whether this is the child for exactly the value {@code now}. */
    boolean isFor(Json now) {
        return origin.item().equals(Optional.of(now));
    }

    /** Tells whether a window is built that the agent was not asked about. */
    boolean unasked() {
        return phase == Phase.RUNNING && attempt.flatMap(Attempt::window).isPresent();
    }

    StepState in(Phase now) {
        return new StepState(
                step, origin, now, waitingFor, children, attempt, failures, output, label, spent, repairs, gap);
    }

    StepState waitingFor(int open) {
        Phase now = phase == Phase.WAITING && open == 0 ? Phase.READY : phase;
        return new StepState(step, origin, now, open, children, attempt, failures, output, label, spent, repairs, gap);
    }

    StepState defined(Step anew) {
        return new StepState(
                anew, origin, phase, waitingFor, children, attempt, failures, output, label, spent, repairs, gap);
    }

    StepState grown(PVector<String> ids) {
        return new StepState(
                step, origin, Phase.EXPANDED, ids.size(), ids, attempt, failures, output, label, spent, repairs, gap);
    }

    /** Begins an attempt. */
    StepState routed(Attempt now) {
        return in(Phase.RUNNING).with(now);
    }

    StepState with(Attempt now) {
        return new StepState(
                step,
                origin,
                phase,
                waitingFor,
                children,
                Optional.of(now),
                failures,
                output,
                label,
                spent,
                repairs,
                gap);
    }

    StepState failed(Failure failure) {
        return new StepState(
                step,
                origin,
                Phase.READY,
                waitingFor,
                children,
                attempt,
                failures.plus(failure),
                output,
                label,
                spent,
                repairs,
                gap);
    }

    StepState produced(Json result, Label from) {
        return new StepState(
                step,
                origin,
                phase,
                waitingFor,
                children,
                attempt,
                failures,
                Optional.of(result),
                from,
                spent,
                repairs,
                gap);
    }

    StepState paid(Amount used, int mended) {
        return new StepState(
                step,
                origin,
                phase,
                waitingFor,
                children,
                attempt,
                failures,
                output,
                label,
                spent.plus(used),
                repairs + mended,
                gap);
    }

    /** What was paid counts for the attempt that is under way, too. */
    StepState charged(Amount used) {
        return attempt.map(a -> with(a.paid(used))).orElse(this);
    }

    StepState givenUp(String text) {
        return new StepState(
                step, origin, Phase.GAP, waitingFor, children, attempt, failures, output, label, spent, repairs, text);
    }
}
