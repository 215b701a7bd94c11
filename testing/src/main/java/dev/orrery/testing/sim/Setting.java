package dev.orrery.testing.sim;

import dev.orrery.agent.Agent;
import dev.orrery.context.Recall;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.Options;
import dev.orrery.kernel.Pins;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.plan.Plan;
import dev.orrery.tool.Tool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is simulated: the goal, who works on it with what, and what may go wrong. Built by one thread, then only read. */
final class Setting {
    String goal = "Reach the goal.";
    Options options = Options.NONE;
    Budget budget = Budget.DEFAULT;
    Pins.Ladder ladder = Pins.Ladder.DEFAULT;
    Mishaps mishaps = Mishaps.SOME;
    Map<Capability, Json> schemas = Map.of();
    Recall recall = _ -> Recall.Recalled.NOTHING;
    Optional<Function<Optional<Plan>, Json>> humanPlans = Optional.empty();
    Seams seams = Seams.NONE;
    final Map<String, AgentCard> cards = new LinkedHashMap<>();
    final Map<String, Agent> agents = new LinkedHashMap<>();
    final List<Tool> tools = new ArrayList<>();

    boolean isAble(Capability capability) {
        return cards.values().stream().anyMatch(c -> c.capabilities().contains(capability));
    }
}
