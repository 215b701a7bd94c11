package dev.orrery.model.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.orrery.model.Offer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of tools on the wire, where only letters, digits, {@code _} and {@code -} are allowed, and back. */
final class ToolNames {
    private static final int LENGTH_MAX = 64;

    private final Map<String, Offer> byWire = new LinkedHashMap<>();

    ToolNames(List<Offer> offers) {
        for (Offer offer : offers) {
            String name = wire(offer.name());
            String free = name;
            for (int n = 2; byWire.containsKey(free); n++) {
                free = name.substring(0, Math.min(name.length(), LENGTH_MAX - 4)) + "_" + n;
            }
            byWire.put(free, offer);
        }
    }

    /** Returns the name on the wire; also for tools that are no longer offered, since the conversation may name them. */
    String toWire(String tool) {
        for (var entry : byWire.entrySet()) {
            if (entry.getValue().name().equals(tool)) return entry.getKey();
        }
        return wire(tool);
    }

    /** Returns the name as it was offered, or what the model wrote when it was not. */
    String fromWire(String name) {
        Offer offer = byWire.get(name);
        return offer == null ? name : offer.name();
    }

    List<ToolSpecification> specifications() {
        return byWire.entrySet().stream()
                .map(entry -> ToolSpecification.builder()
                        .name(entry.getKey())
                        .description(entry.getValue().description())
                        .parameters(Schemas.arguments(entry.getValue().arguments()))
                        .build())
                .toList();
    }

    private static String wire(String name) {
        String allowed = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return allowed.isEmpty() ? "_" : allowed.substring(0, Math.min(allowed.length(), LENGTH_MAX));
    }
}
