package dev.orrery.agent.llm;

import dev.orrery.message.Exchange;
import dev.orrery.message.Json;
import dev.orrery.message.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the agent has kept for itself in earlier turns of this attempt. */
record Notes(List<Json> all) {
    static Notes of(Window window) {
        return new Notes(window.exchanges().stream()
                .flatMap(e -> e instanceof Exchange.Noted n ? Stream.of(n.content()) : Stream.of())
                .toList());
    }

    /** Returns the last note whose member {@code name} is {@code value}. */
    Optional<Json> with(String name, String value) {
        return all.stream().filter(n -> n.text(name).equals(value)).reduce((first, second) -> second);
    }
}
