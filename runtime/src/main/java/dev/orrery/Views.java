package dev.orrery;

import dev.orrery.engine.wire.EventReader;
import dev.orrery.journal.Recorded;
import dev.orrery.kernel.Attempt;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.Inputs;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.RunStatus;
import dev.orrery.kernel.StepState;
import dev.orrery.message.Hash;
import dev.orrery.message.Json;
import dev.orrery.plan.Plan;
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

    static RunView run(RunState s, List<Recorded> events) {
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
                flags(events),
                s.progress().plan().map(PlanText::of).orElse(""),
                s.begun().fork().map(f -> f.run() + "@" + f.seq()).orElse(""),
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
                .map(q -> Waiting.of(s.begun().run(), q))
                .toList();
    }

    private static List<StepView> steps(RunState s, List<Recorded> events) {
        Tries tries = Tries.of(s.pins(), events);
        Map<String, String> verdicts = verdicts(events);
        return s.graph().order().stream()
                .map(id -> s.graph().step(id).orElseThrow())
                .map(step -> step(s, step, tries.at(step.id()), verdicts))
                .toList();
    }

    private static Map<String, String> verdicts(List<Recorded> events) {
        var verdicts = new HashMap<String, String>();
        for (Event.VerdictGiven e : of(events, "verdict.given", Event.VerdictGiven.class)) {
            String critique = e.pass() ? "" : ": " + String.join("; ", e.critique());
            verdicts.put(e.step(), (e.pass() ? "passed by " : "rejected by ") + e.reviewer() + critique);
        }
        return verdicts;
    }

    /** Returns what was flagged in what tools returned, each thing once. */
    private static List<RunView.Flag> flags(List<Recorded> events) {
        return of(events, "content.flagged", Event.ContentFlagged.class).stream()
                .flatMap(e -> e.flags().stream())
                .map(f -> new RunView.Flag(f.kind(), f.source(), f.text()))
                .distinct()
                .toList();
    }

    private static <E extends Event> List<E> of(List<Recorded> events, String type, Class<E> kind) {
        return events.stream()
                .filter(r -> r.event().type().equals(type))
                .map(EventReader::read)
                .map(kind::cast)
                .toList();
    }

    private static StepView step(RunState s, StepState step, List<StepView.Try> tries, Map<String, String> verdicts) {
        String agent = step.attempt().map(Attempt::agent).orElse("");
        return new StepView(
                step.id(),
                step.origin().parent().or(() -> step.origin().reviewOf()).orElse(""),
                step.origin().item().map(i -> i.text("key")).orElse(""),
                step.step().capability().wire(),
                agent,
                step.phase().wire(),
                step.attempts(),
                step.repairs(),
                s.pins().standsIn(agent),
                Inputs.of(s, step).stream()
                        .map(i -> new StepView.Input(
                                i.name(),
                                i.source(),
                                Hash.of(i.value().content()).hex()))
                        .toList(),
                step.spent(),
                tries.stream().mapToLong(StepView.Try::millis).sum(),
                tries,
                verdicts.getOrDefault(step.id(), ""),
                step.gap());
    }
}
