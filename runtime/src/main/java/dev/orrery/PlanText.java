package dev.orrery;

import dev.orrery.message.Json;
import dev.orrery.plan.Plan;
import dev.orrery.plan.Ref;
import dev.orrery.plan.Step;
import java.util.stream.Collectors;

/** A plan as people read it: one line per step, with what it needs and is judged by. */
final class PlanText {
    private PlanText() {}

    static String of(Plan plan) {
        var text = new StringBuilder();
        int number = 1;
        for (Step step : plan.steps()) {
            text.append(number++).append(". ").append(step.id());
            text.append(" (").append(step.capability().wire()).append(")");
            step.forEach().ifPresent(f -> text.append(", for each of ").append(list(f.over())));
            if (!step.needs().isEmpty()) text.append(", after ").append(String.join(", ", step.needs()));
            text.append('\n').append("   ").append(step.instructions()).append('\n');
            step.rubric().forEach(r -> text.append("   - ").append(r).append('\n'));
        }
        text.append("Delivers: ").append(plan.deliver()).append('\n');
        plan.gaps().forEach(g -> text.append("Gap: ").append(g.text()).append('\n'));
        return text.toString();
    }

    private static String list(Ref over) {
        return switch (over) {
            case Ref.Literal l ->
                l.value().items().stream()
                        .map(i -> i.text("name", i.text("key")))
                        .collect(Collectors.joining(", "));
            case Ref.Output o -> "the output of " + o.step();
            case Ref.Goal _, Ref.Item _ -> Json.object().toString();
        };
    }
}
