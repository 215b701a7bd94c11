package dev.orrery.route;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Router;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.StepState;
import dev.orrery.kernel.World;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Ranks the agents that have the step's capability by what was learned of them; at equal scores a user's definition
 * precedes a built-in, then the name decides. Load and health say only whether an agent can be taken: they never change
 * the order, so that the same run takes the same agents on a busy machine.
 */
public final class CapabilityRouter implements Router {
    /** How many turns an agent may have under way over all runs before it counts as busy. */
    static final int LOAD_MAX = 256;

    @Override
    public List<Candidate> rank(RunState state, StepState step, World world) {
        List<AgentCard> able = state.pins().able(step.step().capability()).stream()
                .sorted(order(state, step))
                .toList();
        // Being busy passes: it sends work to another agent, but fails nothing when there is no other.
        boolean someIdle = able.stream().anyMatch(card -> working(world, card) && !busy(world, card));
        return able.stream()
                .map(card -> candidate(card, learned(state, step, card), world, someIdle))
                .toList();
    }

    private static Comparator<AgentCard> order(RunState state, StepState step) {
        return Comparator.comparingDouble((AgentCard a) -> -learned(state, step, a))
                .thenComparing(AgentCard::origin)
                .thenComparing(AgentCard::name);
    }

    private static boolean working(World world, AgentCard card) {
        return !world.denied().contains(card.name())
                && !world.health(card.name()).open();
    }

    private static boolean busy(World world, AgentCard card) {
        return world.health(card.name()).load() >= LOAD_MAX;
    }

    private static Candidate candidate(AgentCard card, double score, World world, boolean someIdle) {
        String name = card.name();
        World.Health health = world.health(name);
        if (world.denied().contains(name)) return new Candidate(name, score, false, "switched off");
        if (health.open()) return new Candidate(name, score, false, "breaker open: " + health.why());
        if (someIdle && busy(world, card)) {
            return new Candidate(name, score, false, "busy with " + health.load() + " turns");
        }
        String origin = card.origin() == AgentCard.Origin.USER ? "user's" : "built-in";
        return new Candidate(
                name, score, true, String.format(Locale.ROOT, "%s definition, learned %.2f", origin, score));
    }

    private static double learned(RunState state, StepState step, AgentCard card) {
        String key = step.step().capability().wire() + "/" + card.name();
        return state.pins().learned().routes().getOrDefault(key, 0.0);
    }
}
