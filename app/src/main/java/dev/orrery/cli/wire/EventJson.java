package dev.orrery.cli.wire;

import dev.orrery.EventView;
import dev.orrery.message.Json;
import java.util.Set;

/** The form of an event: {@code {run, seq, type, at, …}}, then the members of its body. */
public final class EventJson {
    private static final Set<String> OWN = Set.of("run", "seq", "type", "at");

    private EventJson() {}

    /** Returns the form of {@code event}. */
    public static Json.Obj of(EventView event) {
        Json.Obj json = Json.object()
                .with("run", event.run())
                .with("seq", event.seq())
                .with("type", event.type())
                .with("at", event.at().toString());
        if (!(event.body() instanceof Json.Obj body)) return json;
        for (var member : body.members().entrySet()) {
            if (!OWN.contains(member.getKey())) json = json.with(member.getKey(), member.getValue());
        }
        return json;
    }
}
