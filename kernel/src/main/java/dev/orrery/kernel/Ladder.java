package dev.orrery.kernel;

import dev.orrery.kernel.Router.Candidate;
import dev.orrery.message.Capability;
import java.util.List;
import java.util.Optional;

/**
 * The recovery ladder: the same agent again with the critique, another agent with the capability, the plan rewritten
 * around the step, the step named as a gap. Each rung is bounded.
 */
final class Ladder {
    private Ladder() {}

    /** Begins the step's next attempt on the rung that it has reached, or gives it to the next rung. */
    static void climb(Draft d, StepState step) {
        List<Candidate> candidates = d.rank(step);
        Optional<Candidate> chosen = step.attempts() < d.state().pins().ladder().attemptsPerStep()
                ? choose(d, step, candidates)
                : Optional.empty();
        if (chosen.isEmpty()) {
            exhausted(d, step, candidates);
            return;
        }
        d.emit(new Event.StepRouted(
                step.id(),
                step.attempts() + 1,
                chosen.get().agent(),
                candidates,
                d.state().pins().learned().version()));
        Flow.nextTurn(d, step.id());
    }

    private static Optional<Candidate> choose(Draft d, StepState step, List<Candidate> candidates) {
        int tries = d.state().pins().ladder().triesPerAgent();
        var free = candidates.stream()
                .filter(Candidate::available)
                .filter(c -> failures(step, c.agent()) < tries)
                .toList();
        if (step.failures().isEmpty()) return free.stream().findFirst();
        String last = step.failures().getLast().agent();
        return free.stream()
                .filter(c -> c.agent().equals(last))
                .findFirst()
                .or(() -> free.stream()
                        .filter(c -> failures(step, c.agent()) == 0)
                        .findFirst());
    }

    private static long failures(StepState step, String agent) {
        return step.failures().stream().filter(f -> f.agent().equals(agent)).count();
    }

    private static void exhausted(Draft d, StepState step, List<Candidate> candidates) {
        String why = why(step, candidates);
        Optional<String> reviewed = step.origin().reviewOf();
        if (reviewed.isPresent()) {
            d.emit(new Event.StepAbandoned(step.id(), why));
            Flow.fail(d, reviewed.get(), FailureKind.QA, "no verdict could be had: " + why);
        } else if (step.step().capability() == Capability.PLAN) {
            Flow.giveUp(d, step.id(), why);
            Plans.planless(d, step.id(), why);
        } else if (step.step().capability() == Capability.MEMORY) {
            // What is not remembered is no gap in the report.
            d.emit(new Event.StepAbandoned(step.id(), why));
        } else if (d.state().progress().replans() < d.state().pins().ladder().replans()) {
            d.emit(new Event.StepStuck(step.id(), why));
        } else {
            Flow.giveUp(d, step.id(), why);
        }
    }

    private static String why(StepState step, List<Candidate> candidates) {
        if (!step.failures().isEmpty()) {
            StepState.Failure last = step.failures().getLast();
            return "tried " + step.attempts() + " times; last by " + last.agent() + ": " + last.critique();
        }
        String capability = step.step().capability().wire();
        return candidates.isEmpty()
                ? "no agent has the capability " + capability
                : "no agent with the capability " + capability + " is available: "
                        + String.join(
                                "; ",
                                candidates.stream()
                                        .map(c -> c.agent() + ": " + c.why())
                                        .toList());
    }
}
