package dev.orrery.kernel;

import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a run started with and keeps: changing a file afterwards changes no run that is under way.
 *
 * @param agents the agents, by name
 * @param tools the tools' effect classes, by name
 * @param hashes the tools' spec hashes, by name
 * @param schemas the output schema of each capability
 * @param learned the learned version
 * @param ladder how far each rung of the recovery ladder goes
 */
public record Pins(
        Map<String, AgentCard> agents,
        Map<String, EffectClass> tools,
        Map<String, String> hashes,
        Map<Capability, Json> schemas,
        Learned learned,
        Ladder ladder) {

    /**
     * The bounds of the recovery ladder and of parallel work.
     *
     * @param triesPerAgent attempts that one agent gets at one step
     * @param attemptsPerStep attempts that a step gets in all
     * @param replans how often the plan is rewritten around failures
     * @param parallel how many attempts run at once
     */
    public record Ladder(int triesPerAgent, int attemptsPerStep, int replans, int parallel) {
        /** What holds when nothing else is said. */
        public static final Ladder DEFAULT = new Ladder(2, 4, 2, 8);

        public Ladder {
            if (triesPerAgent < 1 || attemptsPerStep < 1 || replans < 0 || parallel < 1) {
                throw new IllegalArgumentException(
                        "a ladder allows at least one try, one attempt and one step at once");
            }
        }
    }

    public Pins {
        agents = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(agents));
        tools = Map.copyOf(tools);
        hashes = Map.copyOf(hashes);
        schemas = Map.copyOf(schemas);
    }

    /** Returns the agent {@code name}. */
    public Optional<AgentCard> agent(String name) {
        return Optional.ofNullable(agents.get(name));
    }

    /** Tells whether {@code name} is the native stand-in of a definition with a model. */
    public boolean standsIn(String name) {
        return agent(name).map(AgentCard::standsIn).orElse(false);
    }

    /** Tells whether a language model answers for {@code name}. */
    public boolean modelled(String name) {
        return agent(name).map(a -> a.mind() == AgentCard.Mind.MODEL).orElse(false);
    }

    /** Returns the agents that have {@code capability}. */
    public List<AgentCard> able(Capability capability) {
        return agents.values().stream()
                .filter(a -> a.capabilities().contains(capability))
                .toList();
    }

    /** Returns the stable form. */
    public Json.Obj toJson() {
        Json.Obj toolJson = Json.object();
        for (var tool : new java.util.TreeMap<>(tools).entrySet()) {
            toolJson = toolJson.with(
                    tool.getKey(),
                    Json.object()
                            .with("effect", tool.getValue().name().toLowerCase(Locale.ROOT))
                            .with("hash", hashes.getOrDefault(tool.getKey(), "")));
        }
        Json.Obj schemaJson = Json.object();
        for (var schema : new java.util.TreeMap<>(schemas).entrySet()) {
            schemaJson = schemaJson.with(schema.getKey().wire(), schema.getValue());
        }
        return Json.object()
                .with(
                        "agents",
                        Json.of(agents.values().stream().map(AgentCard::toJson).toList()))
                .with("tools", toolJson)
                .with("schemas", schemaJson)
                .with("learned", learned.toJson())
                .with(
                        "ladder",
                        Json.object()
                                .with("triesPerAgent", ladder.triesPerAgent())
                                .with("attemptsPerStep", ladder.attemptsPerStep())
                                .with("replans", ladder.replans())
                                .with("parallel", ladder.parallel()));
    }

    /** Reads what {@link #toJson} wrote. */
    public static Pins of(Json json) {
        var agents = new LinkedHashMap<String, AgentCard>();
        for (Json agent : json.list("agents")) {
            AgentCard card = AgentCard.of(agent);
            agents.put(card.name(), card);
        }
        var tools = new LinkedHashMap<String, EffectClass>();
        var hashes = new LinkedHashMap<String, String>();
        if (json.at("tools").orElse(Json.object()) instanceof Json.Obj o) {
            o.members().forEach((name, tool) -> {
                tools.put(name, EffectClass.valueOf(tool.text("effect").toUpperCase(Locale.ROOT)));
                hashes.put(name, tool.text("hash"));
            });
        }
        var schemas = new LinkedHashMap<Capability, Json>();
        if (json.at("schemas").orElse(Json.object()) instanceof Json.Obj o) {
            o.members().forEach((name, schema) -> Capability.of(name).ifPresent(c -> schemas.put(c, schema)));
        }
        Json ladder = json.at("ladder").orElse(Json.object());
        return new Pins(
                agents,
                tools,
                hashes,
                schemas,
                Learned.of(json.at("learned").orElse(Json.object())),
                new Ladder(
                        (int) ladder.number("triesPerAgent", Ladder.DEFAULT.triesPerAgent()),
                        (int) ladder.number("attemptsPerStep", Ladder.DEFAULT.attemptsPerStep()),
                        (int) ladder.number("replans", Ladder.DEFAULT.replans()),
                        (int) ladder.number("parallel", Ladder.DEFAULT.parallel())));
    }
}
