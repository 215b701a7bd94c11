package dev.orrery;

import dev.orrery.kernel.Attempt;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.Inputs;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.RunStatus;
import dev.orrery.kernel.StepState;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns states into what people look at. */
final class Views {
    private Views() {}

    static RunOutcome outcome(RunState s) {
        return new RunOutcome(
                s.begun().run(),
                s.status(),
                report(s),
                reason(s),
                List.copyOf(s.progress().gaps()),
                waiting(s));
    }

    static RunView run(RunState s, List<Event> events) {
        return new RunView(
                s.begun().run(),
                s.begun().goal(),
                s.status(),
                reason(s),
                s.begun().at(),
                s.ledger().budget(),
                s.ledger().spent(),
                steps(s, events),
                List.copyOf(s.progress().gaps()),
                waiting(s),
                List.of(),
                s.progress().plan().map(PlanText::of).orElse(""),
                report(s));
    }

    private static String reason(RunState s) {
        return s.progress().ending().map(RunState.Ending::reason).orElse("");
    }

    /** Returns what the run delivers: the report, or the plan when only that was asked for. */
    static String report(RunState s) {
        if (s.begun().options().planOnly()) {
            return s.progress().plan().map(PlanText::of).orElse("");
        }
        boolean stands = s.status() == RunStatus.DONE || s.status() == RunStatus.GAPS;
        return s.progress()
                .plan()
                .map(Plan::deliver)
                .filter(_ -> stands)
                .flatMap(id -> s.graph().step(id))
                .flatMap(StepState::output)
                .map(Views::text)
                .orElse("");
    }

    /** Returns the document that a writer's output holds. */
    static String text(Json output) {
        List<Json> lines = output.list("lines");
        return lines.isEmpty()
                ? output.text("markdown")
                : String.join("\n", lines.stream().map(l -> l.text("text")).toList());
    }

    static List<Waiting> waiting(RunState s) {
        return s.questions().values().stream()
                .sorted(java.util.Comparator.comparing(q -> q.id()))
                .map(q -> new Waiting(s.begun().run(), q.id(), q.kind(), q.text(), q.hash(), q.expiresAt()))
                .toList();
    }

    private static List<StepView> steps(RunState s, List<Event> events) {
        Map<String, List<StepView.Try>> tries = new HashMap<>();
        Map<String, String> verdicts = new HashMap<>();
        Map<String, Integer> turns = new HashMap<>();
        for (Event event : events) {
            if (event instanceof Event.StepRouted e) {
                turns.put(e.step(), 0);
                tries.computeIfAbsent(e.step(), _ -> new ArrayList<>())
                        .add(new StepView.Try(e.attempt(), e.agent(), 0, ""));
            } else if (event instanceof Event.TurnTaken e) {
                replaceLast(tries, e.step(), turns.merge(e.step(), 1, Integer::sum), "");
            } else if (event instanceof Event.AttemptFailed e) {
                String why = e.kind().wire() + ": " + e.critique();
                replaceLast(tries, e.step(), turns.getOrDefault(e.step(), 0), why);
            } else if (event instanceof Event.VerdictGiven e) {
                String critique = e.pass() ? "" : ": " + String.join("; ", e.critique());
                verdicts.put(e.step(), (e.pass() ? "passed by " : "rejected by ") + e.reviewer() + critique);
            }
        }
        return s.graph().order().stream()
                .map(id -> s.graph().step(id).orElseThrow())
                .map(step -> step(s, step, tries.getOrDefault(step.id(), List.of()), verdicts))
                .toList();
    }

    private static void replaceLast(Map<String, List<StepView.Try>> tries, String step, int turns, String failure) {
        List<StepView.Try> list = tries.getOrDefault(step, new ArrayList<>());
        if (list.isEmpty()) return;
        StepView.Try last = list.removeLast();
        list.add(new StepView.Try(last.attempt(), last.agent(), turns, failure.isEmpty() ? last.failure() : failure));
    }

    private static StepView step(RunState s, StepState step, List<StepView.Try> tries, Map<String, String> verdicts) {
        return new StepView(
                step.id(),
                step.origin().parent().or(() -> step.origin().reviewOf()).orElse(""),
                step.origin().item().map(i -> i.text("key")).orElse(""),
                step.step().capability().wire(),
                step.attempt().map(Attempt::agent).orElse(""),
                step.phase().wire(),
                step.attempts(),
                step.repairs(),
                false,
                Inputs.of(s, step).stream()
                        .map(i -> new StepView.Input(
                                i.name(),
                                i.source(),
                                Hash.of(i.value().content()).hex()))
                        .toList(),
                step.spent(),
                tries,
                verdicts.getOrDefault(step.id(), ""),
                step.gap());
    }
}
