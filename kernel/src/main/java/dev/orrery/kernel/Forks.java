package dev.orrery.kernel;

import dev.orrery.kernel.StepState.Phase;
import java.util.List;
import java.util.Optional;

/** A copy of a run's history becomes a run of its own; a step that is under way is tried anew. */
final class Forks {
    private Forks() {}

    /**
     * What was under way in the other run is lost here. Leave was for the other run, so it is asked for again; a call that
     * cannot be repeated may have happened there, so a human says whether it did.
     */
    static Optional<String> fork(Draft d, Command.Fork c) {
        List<Question> asked = List.copyOf(d.state().questions().values());
        Optional<Pins> before = c.pins().map(_ -> d.state().pins());
        d.emit(new Event.RunForked(
                c.from(), c.seq(), c.options(), c.budget(), c.pins(), d.world().now()));
        for (RunState.Debt debt : List.copyOf(d.state().owed().values())) {
            boolean nowhere =
                    debt.effect() instanceof Effect.Deliver && c.options().out().isEmpty();
            if (nowhere) StepEndings.drop(d, debt, "a fork has no output folder of its own yet");
        }
        for (Question question : asked) {
            if (question.kind() != Question.Kind.APPROVAL) continue;
            d.emit(new Event.HumanAnswered(question.id(), Event.Verdict.EXPIRED, "leave was asked for another run"));
            Calls.request(d, question.step(), Integer.parseInt(question.about()));
        }
        Recovery.recover(d);
        before.ifPresent(pins -> changeAgents(d, pins));
        return Optional.empty();
    }

    /** Whoever works under another definition now begins anew. */
    private static void changeAgents(Draft d, Pins before) {
        for (String id : d.state().graph().order()) {
            StepState step = d.step(id);
            if (step.phase() != Phase.RUNNING) continue;
            String agent = step.attempt().map(Attempt::agent).orElse("");
            if (before.agent(agent).equals(d.state().pins().agent(agent))) continue;
            again(d, step, "the run goes on with other agents");
        }
    }

    /** A human wants another attempt: the one under way is dropped, whatever it would have come to. */
    static Optional<String> retry(Draft d, Command.Retry c) {
        Optional<StepState> step = d.state().graph().step(c.step());
        if (step.isEmpty()) return Optional.of("there is no step " + c.step() + "; `orrery show` lists them");
        return switch (step.get().phase()) {
            case RUNNING, REVIEW -> {
                again(d, step.get(), "a human wanted another attempt");
                yield Optional.empty();
            }
            case WAITING, READY, EXPANDED, STUCK, DONE, GAP, ABANDONED ->
                Optional.of("step " + c.step() + " is not under way ("
                        + step.get().phase().wire() + ")");
        };
    }

    private static void again(Draft d, StepState step, String why) {
        StepEndings.letGo(d, step, why);
        StepEndings.fail(d, step.id(), FailureKind.HUMAN, why);
    }
}
