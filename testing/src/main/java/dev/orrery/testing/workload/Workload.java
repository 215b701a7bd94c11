package dev.orrery.testing.workload;

import dev.orrery.context.Recall;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.Limits;
import dev.orrery.kernel.ModelPin;
import dev.orrery.kernel.Options;
import dev.orrery.kernel.Pins;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.Label;
import dev.orrery.message.Value;
import dev.orrery.message.Window;
import dev.orrery.testing.sim.Chance;
import dev.orrery.testing.sim.Mishaps;
import dev.orrery.testing.sim.Simulation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulation in which everything that can differ between runs differs, as one seed has it. */
public final class Workload {
    private static final Json ANY = Json.object().with("type", "object");

    private final Chance chance;
    private final ImprovisedPlans plans;
    private final ImprovisedTurns turns;
    private final Simulation simulation;

    private Workload(long seed) {
        chance = new Chance(~seed);
        int trouble = chance.of(List.of(0, 5, 15, 40, 80));
        plans = new ImprovisedPlans(chance);
        turns = new ImprovisedTurns(chance, plans, trouble);
        simulation = Simulation.of(seed).mishaps(Mishaps.any(chance));
    }

    /** Returns the simulation that {@code seed} gives. */
    public static Simulation of(long seed) {
        var workload = new Workload(seed);
        workload.agents();
        workload.surroundings();
        return workload.simulation;
    }

    private void surroundings() {
        for (ImprovisedTool tool : ImprovisedTool.all(chance)) simulation.tool(tool);
        Map<Capability, Json> schemas = new LinkedHashMap<>();
        for (Capability capability : Capability.values()) schemas.put(capability, ANY);
        simulation
                .goal("Compare them.")
                .schemas(schemas)
                .memory(this::recall)
                .humanPlans(plans::revised)
                .options(new Options(percent(4), percent(20), List.of(), percent(50) ? "out" : ""))
                .budget(percent(25) ? tight() : Budget.DEFAULT)
                .ladder(new Pins.Ladder(1 + below(2), 1 + below(4), below(3), 1 + below(5)));
    }

    private Budget tight() {
        var cap = new Amount(
                chance.between(1_000, 400_000), percent(50) ? 0 : chance.between(0, 400_000), chance.between(1, 40));
        Duration time = chance.of(List.of(
                Duration.ofSeconds(20),
                Duration.ofMinutes(10),
                Duration.ofDays(2),
                Duration.ofDays(20),
                Duration.ofDays(90)));
        return new Budget(cap, time.toMillis());
    }

    private void agents() {
        agent("planner", Capability.PLAN);
        if (percent(30)) agent("planner-b", Capability.PLAN);
        for (String name : List.of("finder-a", "finder-b", "finder-c").subList(0, 1 + below(3))) {
            agent(name, Capability.RESEARCH);
        }
        if (percent(60)) agent("judge", Capability.QA);
        agent("writer", Capability.WRITE);
        if (percent(70)) agent("keeper", Capability.MEMORY);
        if (percent(40)) model("brain", Capability.PLAN);
        if (percent(40)) model("reader", Capability.RESEARCH);
        if (percent(40)) model("author", Capability.WRITE);
        if (percent(40)) model("critic", Capability.QA);
    }

    private void agent(String name, Capability capability) {
        AgentCard card = card(name, capability);
        simulation.agent(percent(30) ? card.withMemory("*") : card, turns.agent(capability));
    }

    /** A model comes with its stand-in, as it does with definitions. */
    private void model(String name, Capability capability) {
        AgentCard card = card(name, capability)
                .withModel(new ModelPin("test:" + name, "", below(2) * 1_000_000L, below(2) * 2_000_000L));
        simulation.agent(card, turns.model(capability));
        if (percent(70)) simulation.agent(card.standIn(), turns.agent(capability));
    }

    private AgentCard card(String name, Capability capability) {
        var limits = percent(70)
                ? Limits.DEFAULT
                : new Limits(1 + below(8), chance.between(2_000, 200_000), chance.between(0, 300_000), 1_000);
        return AgentCard.of(name, capability)
                .withTools(ImprovisedTool.NAMES.toArray(String[]::new))
                .withLimits(limits)
                .withRole("You are " + name + ".");
    }

    private Recall.Recalled recall(Recall.Query query) {
        if (percent(50)) return Recall.Recalled.NOTHING;
        String source = "memory:m1@" + (1 + below(3));
        var value = new Value(Json.object().with("id", "m1").with("text", "They differ."), Label.tool(source));
        return new Recall.Recalled(List.of(new Window.Item("m1", source, value)), List.of());
    }

    private boolean percent(int percent) {
        return chance.percent(percent);
    }

    private int below(int below) {
        return chance.below(below);
    }
}
