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
 * precedes a built-in, then the name decides. Stand-ins come after all others whatever was learned, and before them where
 * the work under review is a stand-in's: it is checked by rules, not by the model that did not manage. Load and health say only whether an agent can be taken: they never change
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
        boolean standIns = reviewsStandIn(state, step);
        // Being busy passes: it sends work to another agent, but fails nothing when there is no other.
        boolean someIdle = able.stream().anyMatch(card -> working(world, card) && !busy(world, card));
        return able.stream()
                .map(card -> candidate(card, learned(state, step, card), world, someIdle, standIns))
                .toList();
    }

    private static Comparator<AgentCard> order(RunState state, StepState step) {
        boolean standIns = reviewsStandIn(state, step);
        return Comparator.comparing((AgentCard a) -> a.standsIn() != standIns)
                .thenComparingDouble(a -> -learned(state, step, a))
                .thenComparing(AgentCard::origin)
                .thenComparing(AgentCard::name);
    }

    private static boolean reviewsStandIn(RunState state, StepState step) {
        return step.origin()
                .reviewOf()
                .flatMap(state.graph()::step)
                .flatMap(StepState::attempt)
                .map(work -> state.pins().standsIn(work.agent()))
                .orElse(false);
    }

    private static boolean working(World world, AgentCard card) {
        return !world.denied().contains(card.name())
                && !world.health(card.name()).open();
    }

    private static boolean busy(World world, AgentCard card) {
        return world.health(card.name()).load() >= LOAD_MAX;
    }

    private static Candidate candidate(AgentCard card, double score, World world, boolean someIdle, boolean standIns) {
        String name = card.name();
        World.Health health = world.health(name);
        if (world.denied().contains(name)) return new Candidate(name, score, false, "switched off");
        if (health.open()) return new Candidate(name, score, false, "breaker open: " + health.why());
        if (someIdle && busy(world, card)) {
            return new Candidate(name, score, false, "busy with " + health.load() + " turns");
        }
        return new Candidate(
                name,
                score,
                true,
                words(card, standIns) + ", learned "
                        + (score == 0 ? "0.00" : String.format(Locale.ROOT, "%.2f", score)));
    }

    private static String words(AgentCard card, boolean standIns) {
        String why = standIns ? ", first because a stand-in did the work" : "";
        return switch (card.origin()) {
            case USER -> "user's definition";
            case BUILTIN -> "built-in definition";
            case FALLBACK -> "native stand-in" + why;
        };
    }

    private static double learned(RunState state, StepState step, AgentCard card) {
        String key = step.step().capability().wire() + "/" + card.name();
        return state.pins().learned().routes().getOrDefault(key, 0.0);
    }
}
