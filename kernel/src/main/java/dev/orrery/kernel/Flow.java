package dev.orrery.kernel;

import dev.orrery.kernel.StepState.Phase;
import dev.orrery.message.Json;
import dev.orrery.plan.Step;
import java.util.HashSet;
import java.util.List;

/** What comes next: asks who is to be asked, routes what is ready, and ends the run when nothing is left to do. */
final class Flow {
    private Flow() {}

    /** Goes on until something is owed, a human is asked, or the run is over. */
    static void advance(Draft d) {
        while (!d.state().ended()) {
            RunState s = d.state();
            if (s.progress().cancelling().isPresent()) {
                Endings.afterCancel(d);
                return;
            }
            if (s.progress().guidance().pause().isPresent()) return;
            if (Turns.ask(d)) continue;
            boolean room = s.graph().running() < s.pins().ladder().parallel();
            if (room && !s.graph().ready().isEmpty()) {
                start(d, s.graph().ready().iterator().next());
            } else if (!s.idle() || !s.questions().isEmpty()) {
                return;
            } else if (!s.graph().stuck().isEmpty()) {
                Plans.rewrite(d);
            } else {
                Endings.end(d);
            }
        }
    }

    private static void start(Draft d, String id) {
        StepState step = d.step(id);
        if (step.step().forEach().isPresent()) expand(d, step);
        else Ladder.climb(d, step);
    }

    private static void expand(Draft d, StepState step) {
        switch (Plans.items(d.state(), step.step())) {
            case Plans.Items.Listed listed -> {
                dropOthers(d, step, listed.items());
                d.emit(new Event.StepExpanded(step.id(), listed.items()));
                StepEndings.joined(d, step.id());
            }
            case Plans.Items.Unusable unusable -> StepEndings.deadEnd(d, step.id(), unusable.why());
        }
    }

    /** Drops what an earlier list grew and this one does not hold, or holds in another way. */
    private static void dropOthers(Draft d, StepState step, List<Json> items) {
        var wanted = new HashSet<String>();
        for (Json item : items) {
            Step child = step.step().child(item);
            wanted.add(child.id());
            d.state()
                    .graph()
                    .step(child.id())
                    .filter(known -> !known.step().equals(child) || !known.isFor(item))
                    .ifPresent(known -> StepEndings.abandon(d, known.id(), "the list changed"));
        }
        for (String id : step.children()) {
            // What was given up stays named as a gap.
            boolean stays = wanted.contains(id) || d.step(id).phase() == Phase.GAP;
            if (!stays) StepEndings.abandon(d, id, "the list changed");
        }
    }

    /** Returns the output of a {@code forEach} step: what its finished children gave, in the order of the list. */
    static Json join(RunState s, StepState parent) {
        return Json.of(parent.children().stream()
                .map(s.graph()::get)
                .filter(c -> c.phase() == Phase.DONE)
                .map(c -> {
                    Json item = c.origin().item().orElse(Json.object());
                    return Json.object()
                            .with("key", item.text("key"))
                            .with("item", item)
                            .with("output", c.output().orElse(Json.object()));
                })
                .toList());
    }
}
