package dev.orrery.learning.outcome;

import java.util.List;

/**
 * One agent's try at a step.
 *
 * @param step which step
 * @param number counts from 1 within the step
 * @param capability what the step asks for, as plans write it; empty when no plan names the step
 * @param agent who tried
 * @param ranked the agents with that capability, the first choice first, as they stood when the try began
 * @param memory what it saw of memory, such as {@code memory:ID@VERSION}
 */
public record Attempted(
        String step, int number, String capability, String agent, List<String> ranked, List<String> memory) {
    public Attempted {
        ranked = List.copyOf(ranked);
        memory = List.copyOf(memory);
    }

    Attempted seeing(List<String> sources) {
        return new Attempted(step, number, capability, agent, ranked, sources);
    }
}
