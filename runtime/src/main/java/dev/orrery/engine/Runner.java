package dev.orrery.engine;

import dev.orrery.context.WindowStore;
import dev.orrery.journal.Blob;
import dev.orrery.journal.Journal;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.RunState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The part of the engine that waits for nothing: decides, appends, and has done what is owed. {@link Engine} adds locks
 * between processes and waiting; a simulator adds its own order of things. Thread-safe as far as its scheduler is.
 */
public final class Runner {
    private final Journal journal;
    private final Decider decider;
    private final Engine.World world;
    private final Scheduler scheduler;
    private final Breakers breakers;
    private final WindowStore store;

    /** Makes a runner over an open journal; {@code scheduler} does its work. */
    public Runner(Journal journal, Decider decider, Engine.World world, Scheduler scheduler) {
        this.journal = journal;
        this.decider = decider;
        this.world = world;
        this.scheduler = scheduler;
        this.breakers = new Breakers(journal.rows(StreamId.LOCAL, Breakers.Kept.NAME));
        this.store = new WindowStore(journal.blobs());
    }

    /** Returns the state of {@code run}, as far as the journal has it; empty when there is no such run. */
    public Optional<RunState> state(StreamId run) {
        var log = new RunLog(journal, run, decider);
        log.catchUp();
        return log.state().start().isPresent() ? Optional.of(log.state()) : Optional.empty();
    }

    /** Decides {@code command} on {@code run} and makes the decision durable, without performing anything. */
    public Decision tell(StreamId run, Command command) {
        return tell(run, command, List.of());
    }

    /** The same, with contents that the command names. */
    public Decision tell(StreamId run, Command command, List<Blob> contents) {
        Session session = session(run, Optional.empty(), _ -> {});
        session.catchUp();
        return session.submit(command, contents);
    }

    /**
     * Returns the work on {@code run}; nothing is done before {@link RunWork#takeOver}.
     *
     * @param listener is shown each event once, in order
     */
    public RunWork work(StreamId run, Engine.Staff staff, Consumer<Recorded> listener) {
        return new RunWork(session(run, Optional.of(staff), listener), new Workers(scheduler, store, staff, world));
    }

    private Session session(StreamId run, Optional<Engine.Staff> staff, Consumer<Recorded> listener) {
        return new Session(
                new RunLog(journal, run, decider),
                decider,
                staff.map(s -> new Session.Windows(s.windows(), store)),
                new Worlds(world.clock(), breakers, world.denied()),
                listener);
    }
}
