package dev.orrery.cli.text;

import dev.orrery.RunView;
import dev.orrery.StepView;
import dev.orrery.StepView.Try;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Says what models did not manage, and native stand-ins did instead. */
final class StandIns {
    private StandIns() {}

    /** Returns a line for each step that a stand-in took over; a stand-in's review of its like is no failure. */
    static List<Line> of(RunView run) {
        return run.steps().stream()
                .filter(StepView::fallback)
                .filter(step -> step.tries().stream().anyMatch(t -> !t.standIn()) || !reviews(step))
                .map(step -> Line.of("  " + Plain.line(step.step() + ": " + words(step.tries()))))
                .toList();
    }

    private static boolean reviews(StepView step) {
        return step.capability().equals("qa") && !step.parent().isEmpty();
    }

    private static String words(List<Try> tries) {
        var attempts = new LinkedHashMap<String, Integer>();
        String why = "";
        for (Try t : tries) {
            if (t.standIn()) continue;
            attempts.merge(t.agent(), 1, Integer::sum);
            why = t.failure();
        }
        if (attempts.isEmpty()) return "stand-in from the start, no other agent was available";
        return "stand-in after "
                + attempts.entrySet().stream()
                        .map(e -> Quantities.count(e.getValue(), "attempt") + " by " + e.getKey())
                        .collect(Collectors.joining(", "))
                + ": " + why;
    }
}
