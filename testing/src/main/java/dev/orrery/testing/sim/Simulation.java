package dev.orrery.testing.sim;

import dev.orrery.agent.Agent;
import dev.orrery.context.Recall;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.Options;
import dev.orrery.kernel.Pins;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import dev.orrery.plan.Plan;
import dev.orrery.tool.Tool;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One run of a goal in which time, chance, disk, agents, tools, humans and crashes follow from one seed. The engine is
 * Orrery's own; what surrounds it is simulated, in this thread, without waiting.
 *
 * <pre>{@code
 * SimulationOutcome outcome = Simulation.of(seed)
 *         .agent(AgentCard.of("clerk", Capability.RESEARCH).withTools("mail.send"), new Clerk())
 *         .tool(new Mail())
 *         .plan(plan)
 *         .run();
 * outcome.verify();
 * }</pre>
 *
 * <p>Agents and tools are called from one thread, but may be called again after a crash that the run does not remember.
 * For one thread, used once.
 */
public final class Simulation {
    private final long seed;
    private final Setting setting = new Setting();

    private Simulation(long seed) {
        this.seed = seed;
    }

    /** Makes a simulation in which everything that is left to chance follows from {@code seed}. */
    public static Simulation of(long seed) {
        return new Simulation(seed);
    }

    /** Says what the run is to reach. */
    public Simulation goal(String text) {
        setting.goal = text;
        return this;
    }

    /** Adds an agent; one with the same name takes its place. */
    public Simulation agent(AgentCard card, Agent agent) {
        setting.cards.put(card.name(), card);
        setting.agents.put(card.name(), agent);
        return this;
    }

    /** Adds a tool. */
    public Simulation tool(Tool tool) {
        setting.tools.add(tool);
        return this;
    }

    /** Adds a planner that always writes {@code plan}, in the form in which planners write plans. */
    public Simulation plan(Json plan) {
        return agent(AgentCard.of("planner", Capability.PLAN), _ -> new Turn.Final(plan));
    }

    /** Says what the user asks for beside the goal. */
    public Simulation options(Options wanted) {
        setting.options = wanted;
        return this;
    }

    /** Says what the run may spend. */
    public Simulation budget(Budget most) {
        setting.budget = most;
        return this;
    }

    /** Says how far each rung of the recovery ladder goes. */
    public Simulation ladder(Pins.Ladder bounds) {
        setting.ladder = bounds;
        return this;
    }

    /** Says how often things go wrong; {@link Mishaps#SOME} when nothing is said. */
    public Simulation mishaps(Mishaps rates) {
        setting.mishaps = rates;
        return this;
    }

    /** Says what the outputs of each capability must fit; without it they may be anything. */
    public Simulation schemas(Map<Capability, Json> outputs) {
        setting.schemas = Map.copyOf(outputs);
        return this;
    }

    /** Gives the run a memory. */
    public Simulation memory(Recall recall) {
        setting.recall = recall;
        return this;
    }

    /** Lets the human replace the plan now and then by what {@code plans} makes of it. */
    public Simulation humanPlans(Function<Optional<Plan>, Json> plans) {
        setting.humanPlans = Optional.of(plans);
        return this;
    }

    /** Puts faults into the engine itself: for testing that the auditor sees them. */
    Simulation seams(Seams faulty) {
        setting.seams = faulty;
        return this;
    }

    /** Runs until the run is over, or waits for a human who will not come. */
    public SimulationOutcome run() {
        if (!setting.isAble(Capability.PLAN)) throw new IllegalStateException("nobody plans; give a plan or a planner");
        Extras.join(setting);
        return new SimulatedRun(seed, setting).play();
    }
}
