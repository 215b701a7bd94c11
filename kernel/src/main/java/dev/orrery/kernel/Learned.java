package dev.orrery.kernel;

import dev.orrery.message.Json;
import java.util.List;
import java.util.Map;

/**
 * What earlier runs have taught, in the version that a run pins when it starts.
 *
 * @param version counts accepted changes, rollbacks included; 0 when nothing was learned
 * @param routes added to an agent's score, by {@code CAPABILITY/AGENT}; negative is worse
 * @param guidelines rules for writers, each with its id
 */
public record Learned(long version, Map<String, Double> routes, List<Guideline> guidelines) {
    /** Nothing learned yet. */
    public static final Learned NONE = new Learned(0, Map.of(), List.of());

    /** A rule that was learned: text for models, machine form for native writers. */
    public record Guideline(String id, String text, Json rule) {}

    public Learned {
        routes = Map.copyOf(routes);
        guidelines = List.copyOf(guidelines);
    }

    /** Returns the stable form. */
    public Json.Obj toJson() {
        Json.Obj weights = Json.object();
        for (var route : new java.util.TreeMap<>(routes).entrySet()) {
            weights = weights.with(route.getKey(), Json.of(route.getValue()));
        }
        return Json.object()
                .with("version", version)
                .with("routes", weights)
                .with(
                        "guidelines",
                        Json.of(guidelines.stream()
                                .map(g -> Json.object()
                                        .with("id", g.id())
                                        .with("text", g.text())
                                        .with("rule", g.rule()))
                                .toList()));
    }

    /** Reads what {@link #toJson} wrote. */
    public static Learned of(Json json) {
        var routes = new java.util.TreeMap<String, Double>();
        if (json.at("routes").orElse(Json.object()) instanceof Json.Obj o) {
            o.members().forEach((k, v) -> {
                if (v instanceof Json.Num n) routes.put(k, n.value());
            });
        }
        return new Learned(
                json.number("version", 0),
                routes,
                json.list("guidelines").stream()
                        .map(g -> new Guideline(
                                g.text("id"), g.text("text"), g.at("rule").orElse(Json.object())))
                        .toList());
    }
}
