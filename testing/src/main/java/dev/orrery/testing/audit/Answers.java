package dev.orrery.testing.audit;

import dev.orrery.journal.Recorded;
import dev.orrery.message.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every effect is requested once and answered once, by the kind of event that answers it. */
final class Answers implements Check {
    private static final Map<String, Set<String>> KINDS = Map.of(
            "context.assembled", Set.of("assemble"),
            "turn.taken", Set.of("think"),
            "turn.failed", Set.of("think"),
            "tool.returned", Set.of("tool"),
            "report.delivered", Set.of("deliver"),
            "memory.proposed", Set.of("propose"),
            "timer.fired", Set.of("wake", "retry"),
            "effect.lost", Set.of("assemble", "think", "tool", "wake", "retry", "deliver", "propose"));

    private final Set<String> requested = new HashSet<>();
    private final Map<String, Json> open = new HashMap<>();

    @Override
    public void see(Recorded event, Findings findings) {
        Json body = event.event().body();
        String type = event.event().type();
        String effect = body.text("effect");
        Promise once = Promise.RESULTS_COMMIT_ONCE;
        if (type.equals("effect.requested")) {
            findings.require(requested.add(effect), once, event.seq(), effect + " is requested twice");
            open.put(effect, body);
        } else if (KINDS.containsKey(type)) {
            Json was = open.remove(effect);
            String kind = was == null ? "nothing that is open" : was.text("kind");
            findings.require(
                    KINDS.get(type).contains(kind), once, event.seq(), type + " answers " + effect + ", " + kind);
        } else if (type.equals("human.answered")) {
            // The timer of a question goes with it.
            List.copyOf(open.values()).stream()
                    .filter(o ->
                            o.text("kind").equals("wake") && o.text("question").equals(body.text("id")))
                    .forEach(o -> open.remove(o.text("effect")));
        }
    }
}
