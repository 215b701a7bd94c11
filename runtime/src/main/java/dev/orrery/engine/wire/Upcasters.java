package dev.orrery.engine.wire;

import dev.orrery.journal.StoredEvent;
import dev.orrery.message.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The versions of the events' stored forms, and how a body of an older version becomes one of the next. What lies on disk
 * stays as it is; only what is read is changed. An event's version is raised when the meaning of a member changes or a
 * member goes; a member that is only added, and that readers may miss, needs no version. Immutable.
 */
final class Upcasters {
    /** The upcasters of this build. All events have their first version, so there is nothing to change yet. */
    static final Upcasters CURRENT = new Upcasters(Map.of());

    /** By type: the step from version 1 to 2 first. */
    private final Map<String, List<UnaryOperator<Json>>> steps;

    private Upcasters(Map<String, List<UnaryOperator<Json>>> steps) {
        this.steps = Map.copyOf(steps);
    }

    /** Returns upcasters with one more: {@code step} makes the next version of {@code type} out of the last one. */
    Upcasters with(String type, UnaryOperator<Json> step) {
        var more = new LinkedHashMap<>(steps);
        var all = new ArrayList<>(more.getOrDefault(type, List.of()));
        all.add(step);
        more.put(type, List.copyOf(all));
        return new Upcasters(more);
    }

    /** Returns the version in which events of {@code type} are written. */
    int version(String type) {
        return 1 + steps.getOrDefault(type, List.of()).size();
    }

    /** Tells whether this build can read {@code event}, by its version. */
    boolean knows(StoredEvent event) {
        return event.version() >= 1 && event.version() <= version(event.type());
    }

    /** Returns the body of {@code event}, which is {@link #knows known}, as the current version has it. */
    Json body(StoredEvent event) {
        Json body = event.body();
        List<UnaryOperator<Json>> all = steps.getOrDefault(event.type(), List.of());
        for (UnaryOperator<Json> step : all.subList(event.version() - 1, all.size())) body = step.apply(body);
        return body;
    }
}
