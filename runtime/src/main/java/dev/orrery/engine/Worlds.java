package dev.orrery.engine;

import dev.orrery.journal.StoredEvent;
import dev.orrery.kernel.World;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Looks at the world for a decision: the clock, the agents' health, what is switched off. Thread-safe. */
final class Worlds {
    private final InstantSource clock;
    private final Breakers breakers;
    private final Set<String> denied;

    Worlds(InstantSource clock, Breakers breakers, Set<String> denied) {
        this.clock = clock;
        this.breakers = breakers;
        this.denied = Set.copyOf(denied);
    }

    /** Returns the world as of now; {@code last} is the time before which it cannot be. */
    World now(Instant last) {
        Instant now = clock.instant();
        Instant time = now.isBefore(last) ? last : now;
        return new World(time, breakers.health(time), denied);
    }

    void observe(StoredEvent event) {
        breakers.observe(event);
    }
}
