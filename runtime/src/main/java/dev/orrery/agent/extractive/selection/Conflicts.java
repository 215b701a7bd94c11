package dev.orrery.agent.extractive.selection;

import dev.orrery.message.Json;
import java.util.List;
import java.util.Optional;

/** Finds statements of one subject that give one slot two values. */
public final class Conflicts {
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

    /** Returns the conflicts among {@code passages}. */
    public static List<Conflict> among(List<Passage> passages) {
        return List.of();
    }
}
