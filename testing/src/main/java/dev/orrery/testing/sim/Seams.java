package dev.orrery.testing.sim;

import dev.orrery.engine.Scheduler;
import dev.orrery.journal.Journal;
import dev.orrery.kernel.Decider;
import java.util.function.UnaryOperator;

/**
 * Where a test can put a fault of its own between the engine and what it stands on, to see that the auditor notices. Each
 * life of the process asks anew for its decider and its scheduler; the disk outlives them.
 *
 * @param decider what stands in the kernel's place
 * @param disk what stands in the journal's place, beneath the failing disk
 * @param scheduler what stands in the scheduler's place
 * @param powerOff what happens to the disk when the process dies
 */
record Seams(
        UnaryOperator<Decider> decider,
        UnaryOperator<Journal> disk,
        UnaryOperator<Scheduler> scheduler,
        Runnable powerOff) {
    /** No fault. */
    static final Seams NONE =
            new Seams(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity(), () -> {});

    static Seams decider(UnaryOperator<Decider> faulty) {
        return new Seams(faulty, NONE.disk(), NONE.scheduler(), NONE.powerOff());
    }

    static Seams disk(UnaryOperator<Journal> faulty, Runnable powerOff) {
        return new Seams(NONE.decider(), faulty, NONE.scheduler(), powerOff);
    }

    static Seams scheduler(UnaryOperator<Scheduler> faulty) {
        return new Seams(NONE.decider(), NONE.disk(), faulty, NONE.powerOff());
    }
}
