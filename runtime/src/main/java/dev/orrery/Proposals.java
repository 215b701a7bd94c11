package dev.orrery;

import dev.orrery.memory.Memory;
import dev.orrery.memory.Proposal;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands what a memory step proposes to memory, which decides about it. */
final class Proposals {
    /** How many proposals of one step are taken. */
    static final int MAX = 50;

    private final Memory memory;

    Proposals(Memory memory) {
        this.memory = memory;
    }

    /** Returns the ids of the entries that came of it; the same proposals again give the same ids. */
    List<String> take(String run, String step, Json output, Label label) {
        Set<String> ids = new LinkedHashSet<>();
        for (Json proposed : output.list("proposals").stream().limit(MAX).toList()) {
            switch (memory.propose(proposal(proposed, label, "run:" + run + "/" + step))) {
                case Memory.Outcome.Done done -> ids.add(done.entry().id());
                case Memory.Outcome.Known known -> ids.add(known.entry().id());
                case Memory.Outcome.Refused _ -> {}
            }
        }
        return List.copyOf(ids);
    }

    private static Proposal proposal(Json json, Label label, String author) {
        Json.Obj data = Json.object();
        for (String name : List.of("subject", "topic", "slot", "value")) {
            Optional<Json> value = json.at(name);
            if (value.isPresent()) data = data.with(name, value.get());
        }
        return new Proposal(
                json.text("kind", "fact"),
                json.text("namespace", "facts"),
                json.text("text"),
                data,
                json.at("rule"),
                label,
                json.textList("sources"),
                author);
    }
}
