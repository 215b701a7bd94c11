package dev.orrery.kernel;

import dev.orrery.kernel.Router.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The recovery ladder: the same agent again with the critique, another agent with the capability, the native stand-in of
 * a definition whose model did not manage, the plan rewritten around the step, the step named as a gap. Each rung is
 * bounded; a stand-in has a try of its own when the bound on attempts is reached.
 */
final class Ladder {
    private Ladder() {}

    /** Begins the step's next attempt on the rung that it has reached, or gives it to the next rung. */
    static void climb(Draft d, StepState step) {
        List<Candidate> candidates = d.rank(step);
        Optional<Candidate> chosen = choose(d.state().pins(), step, candidates);
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
        Turns.next(d, step.id());
    }

    private static Optional<Candidate> choose(Pins pins, StepState step, List<Candidate> candidates) {
        List<Candidate> free = candidates.stream()
                .filter(Candidate::available)
                .filter(c -> failures(step, c.agent()) < pins.ladder().triesPerAgent())
                .toList();
        if (step.failures().isEmpty()) return free.stream().findFirst();
        StepState.Failure last = step.failures().getLast();
        List<Candidate> fresh =
                free.stream().filter(c -> failures(step, c.agent()) == 0).toList();
        boolean usedUp = step.failures().size() >= pins.ladder().attemptsPerStep();
        // What the budget refuses to one model it refuses to the next; a stand-in costs nothing.
        if (usedUp || last.kind() == FailureKind.BUDGET) return standIn(pins, last.agent(), fresh);
        return free.stream()
                .filter(c -> c.agent().equals(last.agent()))
                .findFirst()
                .or(() -> fresh.stream().filter(c -> !pins.standsIn(c.agent())).findFirst())
                .or(() -> standIn(pins, last.agent(), fresh));
    }

    /** Returns a stand-in that has not tried, that of the agent who tried last before others. */
    private static Optional<Candidate> standIn(Pins pins, String last, List<Candidate> fresh) {
        return fresh.stream()
                .filter(c -> c.agent().equals(last + AgentCard.STAND_IN) && pins.standsIn(c.agent()))
                .findFirst()
                .or(() -> fresh.stream().filter(c -> pins.standsIn(c.agent())).findFirst());
    }

    /** Tells whether a stand-in could still try the step. */
    static boolean standInLeft(Draft d, StepState step) {
        String now = step.attempt().map(Attempt::agent).orElse("");
        return d.rank(step).stream()
                .filter(Candidate::available)
                .filter(c -> d.state().pins().standsIn(c.agent()) && !c.agent().equals(now))
                .anyMatch(c -> failures(step, c.agent()) == 0);
    }

    private static long failures(StepState step, String agent) {
        return step.failures().stream().filter(f -> f.agent().equals(agent)).count();
    }

    private static void exhausted(Draft d, StepState step, List<Candidate> candidates) {
        String why = why(step, candidates);
        boolean replansLeft =
                d.state().progress().replans() < d.state().pins().ladder().replans();
        if (replansLeft && replannable(step)) d.emit(new Event.StepStuck(step.id(), why));
        else StepEndings.deadEnd(d, step.id(), why);
    }

    /** Tells whether another plan could help: not with reviews and plans themselves, nor for the sake of memory. */
    private static boolean replannable(StepState step) {
        return switch (step.step().capability()) {
            case PLAN, MEMORY -> false;
            case RESEARCH, WRITE, QA, CODE, TOOL -> step.origin().reviewOf().isEmpty();
        };
    }

    private static String why(StepState step, List<Candidate> candidates) {
        if (!step.failures().isEmpty()) {
            StepState.Failure last = step.failures().getLast();
            return "tried " + step.failures().size() + " times; last by " + last.agent() + ": " + last.critique();
        }
        String capability = step.step().capability().wire();
        return candidates.isEmpty()
                ? "no agent has the capability " + capability
                : candidates.stream()
                        .map(c -> c.agent() + ": " + c.why())
                        .collect(Collectors.joining(
                                "; ", "no agent with the capability " + capability + " is available: ", ""));
    }
}
