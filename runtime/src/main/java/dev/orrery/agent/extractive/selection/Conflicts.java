package dev.orrery.agent.extractive.selection;

import dev.orrery.agent.extractive.language.Tagger;
import dev.orrery.agent.extractive.quality.Judge;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds statements of one subject that give one slot two values: the same words up to a number or the name of a licence,
 * the same unit behind it, and another value. Anything looser finds more false contradictions than real ones.
 */
public final class Conflicts {
    private static final double QUALITY_MIN = 0.3;
    private static final int CONFLICTS_MAX = 6;

    private Conflicts() {}

    /** Two statements that cannot both be true, and what they are about. */
    public record Conflict(String topic, Statement one, Statement other) {
        /** Returns the form in which a conflict is handed on. */
        public Json.Obj toJson() {
            return Json.object()
                    .with("topic", topic)
                    .with("statements", Json.of(List.of(one.toJson(), other.toJson())));
        }

        /** Reads a conflict; empty when it does not have two statements. */
        public static Optional<Conflict> of(Json json) {
            List<Statement> both = json.list("statements").stream()
                    .flatMap(s -> Statement.of(s).stream())
                    .toList();
            return both.size() == 2
                    ? Optional.of(new Conflict(json.text("topic"), both.getFirst(), both.getLast()))
                    : Optional.empty();
        }
    }

    /** Returns the conflicts among {@code passages} of a subject with these {@code names}, at most six. */
    public static List<Conflict> among(List<Passage> passages, List<String> names) {
        Map<String, List<Slot>> bySlot = new HashMap<>();
        for (Passage passage : passages) {
            for (Slot slot : Slot.in(passage)) {
                bySlot.computeIfAbsent(slot.key(), k -> new ArrayList<>()).add(slot);
            }
        }
        var judge = new Judge(new Tagger());
        var conflicts = new ArrayList<Conflict>();
        var seen = new HashSet<String>();
        bySlot.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(e -> contradiction(e.getValue()).stream())
                .filter(pair -> pair.stream().allMatch(s -> sound(judge, s.passage(), names)))
                .filter(pair -> seen.add(pair.getFirst().passage().text())
                        && seen.add(pair.getLast().passage().text()))
                .limit(CONFLICTS_MAX)
                .forEach(pair -> conflicts.add(new Conflict(
                        pair.getFirst().name(),
                        Statement.of(pair.getFirst().passage(), 0.5),
                        Statement.of(pair.getLast().passage(), 0.5))));
        return conflicts;
    }

    private static boolean sound(Judge judge, Passage passage, List<String> names) {
        return judge.judge(passage.text(), passage.setting(names)).score() >= QUALITY_MIN;
    }

    private static Optional<List<Slot>> contradiction(List<Slot> slots) {
        for (Slot one : slots) {
            for (Slot other : slots) {
                if (one.contradicts(other)) return Optional.of(List.of(one, other));
            }
        }
        return Optional.empty();
    }
}
