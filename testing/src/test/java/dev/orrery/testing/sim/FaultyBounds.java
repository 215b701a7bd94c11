package dev.orrery.testing.sim;

import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Budget;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.Ledger;
import dev.orrery.kernel.Pins;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import java.util.Optional;

/** Kernels that go beyond a bound. */
final class FaultyBounds {
    private FaultyBounds() {}

    /** Decides as if there were always something left. */
    static final class CapIgnored extends FaultyDecider {
        CapIgnored(Decider kernel) {
            super(kernel);
        }

        @Override
        public Decision decide(RunState state, Command command, World world) {
            Ledger real = state.ledger();
            var ledger = new Ledger(
                    new Budget(Budget.DEFAULT.cap(), real.budget().timeMillis()), Amount.ZERO, real.reserved());
            return super.decide(
                    new RunState(
                            state.start(),
                            state.graph(),
                            ledger,
                            state.owed(),
                            state.questions(),
                            state.granted(),
                            state.made(),
                            state.progress()),
                    command,
                    world);
        }
    }

    /** Decides by a ladder that goes one step further than the one that is pinned. */
    static class LongerLadder extends FaultyDecider {
        LongerLadder(Decider kernel) {
            super(kernel);
        }

        Pins.Ladder longer(Pins.Ladder l) {
            return l;
        }

        @Override
        public Decision decide(RunState state, Command command, World world) {
            if (state.start().isEmpty()) return super.decide(state, command, world);
            RunState.Start s = state.begun();
            Pins p = s.pins();
            var pins = new Pins(p.agents(), p.tools(), p.hashes(), p.schemas(), p.learned(), longer(p.ladder()));
            return super.decide(
                    new RunState(
                            Optional.of(new RunState.Start(s.run(), s.goal(), s.options(), pins, s.at(), s.fork())),
                            state.graph(),
                            state.ledger(),
                            state.owed(),
                            state.questions(),
                            state.granted(),
                            state.made(),
                            state.progress()),
                    command,
                    world);
        }
    }

    /** Tries a step once more than it may. */
    static final class OneMoreAttempt extends LongerLadder {
        OneMoreAttempt(Decider kernel) {
            super(kernel);
        }

        @Override
        Pins.Ladder longer(Pins.Ladder l) {
            return new Pins.Ladder(l.triesPerAgent() + 1, l.attemptsPerStep() + 1, l.replans(), l.parallel());
        }
    }

    /** Rewrites the plan once more than it may. */
    static final class OneMoreReplan extends LongerLadder {
        OneMoreReplan(Decider kernel) {
            super(kernel);
        }

        @Override
        Pins.Ladder longer(Pins.Ladder l) {
            return new Pins.Ladder(l.triesPerAgent(), l.attemptsPerStep(), l.replans() + 1, l.parallel());
        }
    }

    /** Lets an agent that was warned of going round in circles go on. */
    static final class LoopOverlooked extends FaultyDecider {
        LoopOverlooked(Decider kernel) {
            super(kernel);
        }

        @Override
        Event changed(Event event) {
            return event instanceof Event.LoopDetected l && !l.detector().equals("same-plan")
                    ? new Event.LoopDetected(l.step(), l.attempt(), l.detector(), l.evidence(), false)
                    : event;
        }
    }
}
