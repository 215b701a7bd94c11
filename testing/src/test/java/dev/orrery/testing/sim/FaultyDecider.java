package dev.orrery.testing.sim;

import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import java.util.List;

/** A kernel that does something wrong; what a fault does not change, the kernel does. */
class FaultyDecider implements Decider {
    final Decider kernel;

    FaultyDecider(Decider kernel) {
        this.kernel = kernel;
    }

    @Override
    public Decision decide(RunState state, Command command, World world) {
        return switch (kernel.decide(state, command, world)) {
            case Decision.Accepted accepted -> new Decision.Accepted(changed(accepted.events(), state));
            case Decision.Rejected rejected -> rejected;
        };
    }

    /** Returns what is written in the place of {@code events}. */
    List<Event> changed(List<Event> events, RunState state) {
        return events.stream().map(this::changed).toList();
    }

    /** Returns what is written in the place of {@code event}. */
    Event changed(Event event) {
        return event;
    }

    @Override
    public RunState evolve(RunState state, Event event) {
        return kernel.evolve(state, event);
    }
}
