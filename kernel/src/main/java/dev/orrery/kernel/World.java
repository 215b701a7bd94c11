package dev.orrery.kernel;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a decision may know of the world: one immutable value per command. Whatever a decision used of it goes into the
 * event, so that replay needs none.
 *
 * @param now the time
 * @param health the agents' load and circuit breakers, by name; an agent that is not named is well
 * @param denied tools and agents that are switched off now, by name, whatever a run has pinned
 */
public record World(Instant now, Map<String, Health> health, Set<String> denied) {
    /**
     * How an agent is.
     *
     * @param load how many of its turns are under way
     * @param open whether its circuit breaker is open
     * @param why why the breaker is open, for people
     */
    public record Health(int load, boolean open, String why) {
        /** An idle agent with a closed breaker. */
        public static final Health GOOD = new Health(0, false, "");
    }

    public World {
        health = Map.copyOf(health);
        denied = Set.copyOf(denied);
    }

    /** Returns the world at {@code now} in which all is well. */
    public static World at(Instant now) {
        return new World(now, Map.of(), Set.of());
    }

    /** Returns how {@code agent} is. */
    public Health health(String agent) {
        return health.getOrDefault(agent, Health.GOOD);
    }
}
