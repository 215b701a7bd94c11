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
        return state.pins().able(step.step().capability()).stream()
                .sorted(order(state, step))
                .map(card -> candidate(state, step, world, card))
                .toList();
    }

    private static Comparator<AgentCard> order(RunState state, StepState step) {
        return Comparator.comparingDouble((AgentCard a) -> -learned(state, step, a))
                .thenComparing(AgentCard::origin)
                .thenComparing(AgentCard::name);
    }

    private static Candidate candidate(RunState state, StepState step, World world, AgentCard card) {
        World.Health health = world.health(card.name());
        double score = learned(state, step, card);
        if (world.denied().contains(card.name())) return new Candidate(card.name(), score, false, "switched off");
        if (health.open()) return new Candidate(card.name(), score, false, "breaker open: " + health.why());
        if (health.load() >= LOAD_MAX) {
            return new Candidate(card.name(), score, false, "busy with " + health.load() + " turns");
        }
        String origin = card.origin() == AgentCard.Origin.USER ? "user's" : "built-in";
        return new Candidate(
                card.name(), score, true, String.format(Locale.ROOT, "%s definition, learned %.2f", origin, score));
    }

    private static double learned(RunState state, StepState step, AgentCard card) {
        String key = step.step().capability().wire() + "/" + card.name();
        return state.pins().learned().routes().getOrDefault(key, 0.0);
    }
}
