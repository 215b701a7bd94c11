package dev.orrery.kernel;

import dev.orrery.kernel.Router.Candidate;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.ToolCall;
import dev.orrery.message.Turn;
import dev.orrery.plan.Plan;
import dev.orrery.plan.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened in a run. Events are facts: nothing refuses them, and replaying them gives the state. */
public sealed interface Event {
    /** The run began with what it keeps. */
    record RunStarted(String run, String goal, Options options, Budget budget, Pins pins, Instant at)
            implements Event {}

    /** A plan passed the compiler and is the run's plan from here on. */
    record PlanAccepted(int revision, int basedOn, String author, Plan plan) implements Event {}

    /** A valid plan waits for a human's leave. */
    record PlanProposed(int basedOn, String author, Plan plan) implements Event {}

    /** A plan did not compile; the errors are the critique. */
    record PlanRejected(String author, List<String> errors) implements Event {}

    /** The kernel added a step of its own: the first plan, a review, a replan. */
    record StepAdded(Step step, Optional<String> reviewOf) implements Event {}

    /** A {@code forEach} step grew its children. */
    record StepExpanded(String step, List<Json> items) implements Event {}

    /** An agent was chosen for an attempt. */
    record StepRouted(String step, int attempt, String agent, List<Candidate> candidates, long learned)
            implements Event {}

    /** Something is owed from here on. */
    record Requested(Effect effect, Terms terms) implements Event {}

    /** A debt is dropped: unanswered after a crash, or no longer wanted. What it had reserved is charged in full. */
    record EffectLost(String effect, String why, Amount charged) implements Event {}

    /** A window was built. */
    record ContextAssembled(
            String effect, String step, int attempt, int turn, Hash window, long tokens, List<MemoryRef> memory)
            implements Event {}

    /** An agent answered; {@code sent} is what was sent to a model for it. */
    record TurnTaken(
            String effect,
            String step,
            int attempt,
            int turn,
            Turn answer,
            Amount used,
            int repairs,
            Label label,
            Optional<Hash> sent)
            implements Event {}

    /** An agent gave no usable answer; {@code then} says what follows, {@code sent} what was sent to a model. */
    record TurnFailed(
            String effect,
            String step,
            int attempt,
            int turn,
            FailureKind kind,
            String reason,
            Amount used,
            Then then,
            Optional<Hash> sent)
            implements Event {}

    /** A call that cannot be repeated is about to be made. */
    record ToolStarted(String effect) implements Event {}

    /** A call was answered. */
    record ToolReturned(String effect, String step, Outcome outcome) implements Event {}

    /** A tool's result holds what a reader of the run should know of. */
    record ContentFlagged(String step, List<Flag> flags) implements Event {}

    /** The gate refused a call, or a human did; {@code slot} is its place among the turn's calls. */
    record ToolRefused(String step, int slot, ToolCall call, String rule, String why) implements Event {}

    /** The loop guard saw a pattern. The first time it is the agent's to mend. */
    record LoopDetected(String step, int attempt, String detector, String evidence, boolean ends) implements Event {}

    /** The budget did not allow what was wanted. */
    record BudgetRefused(String step, String what, String why) implements Event {}

    /** The output of an attempt is ready for its review. */
    record StepSubmitted(String step, int attempt) implements Event {}

    /** A review came to a verdict. */
    record VerdictGiven(String step, int attempt, String reviewer, boolean pass, List<String> critique)
            implements Event {}

    /** An attempt failed; what follows is the ladder's. */
    record AttemptFailed(String step, int attempt, String agent, FailureKind kind, String critique) implements Event {}

    /** The ladder's own rungs are used up; the step waits for the plan to be rewritten. */
    record StepStuck(String step, String why) implements Event {}

    /** The step is done; said once per step, after its verdict. */
    record StepCompleted(String step, int attempt, String agent) implements Event {}

    /** The step is given up and named as a gap. */
    record StepGivenUp(String step, String text) implements Event {}

    /** A revision of the plan no longer wants the step. */
    record StepAbandoned(String step, String why) implements Event {}

    /** A human is asked. */
    record HumanAsked(Question question) implements Event {}

    /** A human changed a call and allowed it as it now is, once; {@code question} is the one that asked about it. */
    record CallEdited(String question, String step, int slot, ToolCall call) implements Event {}

    /** The question is closed: answered, approved, denied or expired. */
    record HumanAnswered(String question, Verdict verdict, String text) implements Event {}

    /** The report lies where the user asked for it. */
    record ReportDelivered(String effect, List<String> files) implements Event {}

    /** Memory took what a step proposed. */
    record MemoryProposed(String effect, String step, List<String> entries) implements Event {}

    /** The time that was waited for came. */
    record TimerFired(String effect) implements Event {}

    /**
     * All before this was copied from the run {@code from}, up to its event {@code seq}; from here on this is a run of its
     * own, with these options and this budget.
     *
     * @param pins what it keeps in place of what {@code from} keeps
     */
    record RunForked(String from, long seq, Options options, Budget budget, Optional<Pins> pins, Instant at)
            implements Event {}

    /** A human holds the run: what is requested from here on is not begun. */
    record RunPaused(String why) implements Event {}

    /** A human lets the run go on. */
    record RunResumed() implements Event {}

    /** A human tells the run's agents something; all windows from here on show it. */
    record RunSteered(String text) implements Event {}

    /** A human wants the run to end. */
    record CancelRequested(String why) implements Event {}

    /** The run is over. */
    record RunEnded(RunStatus status, String reason) implements Event {}

    /** A human judged the outcome. */
    record FeedbackGiven(Json signal) implements Event {}

    /** What follows a turn that failed. */
    sealed interface Then {
        /** The attempt has failed. */
        record Ends() implements Then {}

        /** The agent is told why, once, and takes another turn. */
        record Corrects() implements Then {}

        /** The same turn is asked again at {@code at}. */
        record Retries(Instant at) implements Then {}
    }

    /** How a question was closed. */
    enum Verdict {
        /** A free answer was given. */
        ANSWERED,
        /** What was asked is allowed. */
        APPROVED,
        /** Something else than what was asked is allowed; the event that follows says what. */
        EDITED,
        /** What was asked is refused. */
        DENIED,
        /** Nobody answered in time, or nobody needs the answer any more. */
        EXPIRED
    }
}
