package dev.orrery.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a price table: {@code prices: {PROVIDER:NAME: {input, cached, output}}}. */
final class PriceTable {
    private static final int ENTRIES_MAX = 1_000;
    private static final Set<String> MEMBERS = Set.of("input", "cached", "output");
    private static final String HOW =
            "; write it as 'openai:gpt-5-mini: {input: 250000, cached: 25000, output: 2000000}',"
                    + " in millionths per million tokens";

    private PriceTable() {}

    static Checked<Map<String, Price>> read(String yaml) {
        Object loaded;
        try {
            loaded = new Load(LoadSettings.builder().setLabel("prices.yaml").build()).loadFromString(yaml);
        } catch (YamlEngineException malformed) {
            return faulty("prices.yaml is not YAML: "
                    + String.valueOf(malformed.getMessage()).replaceAll("\\s+", " "));
        }
        if (loaded == null) return new Checked.Valid<>(Map.of());
        if (!(loaded instanceof Map<?, ?> root) || !(root.get("prices") instanceof Map<?, ?> prices)) {
            return faulty("prices.yaml has no member 'prices' that lists them" + HOW);
        }
        if (prices.size() > ENTRIES_MAX) return faulty("prices.yaml has more than " + ENTRIES_MAX + " prices");
        Map<String, Price> table = new LinkedHashMap<>();
        for (var entry : prices.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (ModelName.parse(name) instanceof Checked.Faulty<ModelName>(String message)) {
                return faulty("prices.yaml: " + message);
            }
            Optional<Price> price = price(entry.getValue());
            if (price.isEmpty()) return faulty("prices.yaml: the price of " + name + " is not one" + HOW);
            table.put(name, price.get());
        }
        return new Checked.Valid<>(Map.copyOf(table));
    }

    private static Optional<Price> price(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> members) || !MEMBERS.containsAll(members.keySet())) return Optional.empty();
        Optional<Long> input = micros(members.get("input"));
        Optional<Long> output = micros(members.get("output"));
        Optional<Long> cached = members.containsKey("cached") ? micros(members.get("cached")) : input;
        if (input.isEmpty() || output.isEmpty() || cached.isEmpty()) return Optional.empty();
        return Optional.of(new Price(input.get(), cached.get(), output.get(), true));
    }

    private static Optional<Long> micros(@Nullable Object value) {
        return value instanceof Integer whole && whole >= 0 ? Optional.of((long) whole) : Optional.empty();
    }

    private static Checked<Map<String, Price>> faulty(String message) {
        return new Checked.Faulty<>(message);
    }
}
