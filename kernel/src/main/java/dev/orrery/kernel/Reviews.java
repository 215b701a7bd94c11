package dev.orrery.kernel;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.plan.Ref;
import dev.orrery.plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The QA gate: a step with a rubric is done only by a passing verdict on its current attempt. */
final class Reviews {
    private Reviews() {}

    /** Puts the step's output before a reviewer. */
    static void submit(Draft d, String id) {
        StepState step = d.step(id);
        d.emit(new Event.StepSubmitted(id, step.attempts()));
        d.emit(new Event.StepAdded(review(d.state(), step), Optional.of(id)));
    }

    private static Step review(RunState s, StepState step) {
        Map<String, Ref> inputs = new LinkedHashMap<>();
        inputs.put("goal", new Ref.Goal());
        inputs.put("step", new Ref.Literal(about(step)));
        inputs.put("result", new Ref.Output(step.id(), ""));
        // The reviewer judges by what the author was given, so it sees the same inputs, goal aside.
        step.step().inputs().forEach((name, ref) -> {
            if (!(ref instanceof Ref.Goal)) inputs.putIfAbsent(name, ref);
        });
        List<String> reading = s.pins().tools().entrySet().stream()
                .filter(t -> t.getValue() == EffectClass.READ)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return Step.of(id(step), Capability.QA, "Judge the result of step " + step.id() + " by its rubric.", inputs)
                .withTools(reading)
                .withScope(step.step().scope());
    }

    /** Returns the id of the step that reviews the current attempt of {@code step}. */
    static String id(StepState step) {
        return step.id() + "#qa" + step.attempts();
    }

    private static Json about(StepState step) {
        Json.Obj about = Json.object()
                .with("id", step.id())
                .with("capability", step.step().capability().wire())
                .with("instructions", step.step().instructions())
                .with("rubric", Json.texts(step.step().rubric()));
        return step.origin().item().map(item -> about.with("subject", item)).orElse(about);
    }

    /** A reviewer came to a verdict. One on an attempt that is no longer current changes nothing. */
    static void verdict(Draft d, String id, Json output) {
        StepState review = d.step(id);
        String reviewed = review.origin().reviewOf().orElseThrow();
        StepState step = d.step(reviewed);
        StepEndings.complete(d, id);
        boolean current = id.equals(id(step)) && step.phase() == StepState.Phase.REVIEW;
        if (!current) return;
        boolean pass = output.flag("pass");
        List<String> critique = output.textList("critique");
        String reviewer = review.attempt().map(Attempt::agent).orElse("");
        d.emit(new Event.VerdictGiven(reviewed, step.attempts(), reviewer, pass, critique));
        if (pass) StepEndings.complete(d, reviewed);
        else StepEndings.fail(d, reviewed, FailureKind.QA, String.join("; ", critique));
    }
}
