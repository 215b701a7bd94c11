package dev.orrery.context;

import dev.orrery.kernel.Inputs;
import dev.orrery.message.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what a step is about: the members {@code name} of its inputs and of the items of their lists. */
final class Named {
    private static final int LENGTH_MAX = 80;

    private Named() {}

    /** Returns the names in {@code inputs}, each once, in their order. */
    static List<String> in(List<Inputs.Input> inputs) {
        Set<String> names = new LinkedHashSet<>();
        for (Inputs.Input input : inputs) {
            Json content = input.value().content();
            add(content, names);
            content.items().forEach(item -> add(item, names));
        }
        return List.copyOf(names);
    }

    private static void add(Json value, Set<String> names) {
        String name = value.text("name").strip();
        if (!name.isEmpty() && name.length() <= LENGTH_MAX) names.add(name);
    }
}
