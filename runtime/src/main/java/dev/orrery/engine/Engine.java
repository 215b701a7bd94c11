package dev.orrery.engine;

import dev.orrery.context.WindowBuilder;
import dev.orrery.context.WindowStore;
import dev.orrery.journal.Home;
import dev.orrery.journal.HomeLock;
import dev.orrery.journal.Journal;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.RunStatus;
import dev.orrery.tool.Tool;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Runs runs on this machine. Any number of processes may share a home: each may decide and append, and whoever holds a
 * run's lock performs its effects. Thread-safe.
 */
public final class Engine implements AutoCloseable {
    /** How often a run that another process works on is looked at, in milliseconds. */
    static final long POLL_MILLIS = 50;

    private final Journal journal;
    private final Home home;
    private final Decider decider;
    private final World world;
    private final Breakers breakers;
    private final WindowStore store;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Timers timers;

    /**
     * What the engine reaches the world with.
     *
     * @param denied tools and agents that are switched off
     * @param outputs where runs without an output folder of their own may write
     */
    public record World(Offices offices, Set<String> denied, Path outputs, InstantSource clock) {
        public World {
            denied = Set.copyOf(denied);
        }
    }

    /** What a run is worked on with: its windows, who answers them, the tools by name, and who looks at their results. */
    public record Staff(WindowBuilder windows, Replies replies, Map<String, Tool> tools, Screen screen) {
        public Staff {
            tools = Map.copyOf(tools);
        }

        /** Makes a staff that looks at no results. */
        public Staff(WindowBuilder windows, Replies replies, Map<String, Tool> tools) {
            this(windows, replies, tools, Screen.NONE);
        }
    }

    /** Makes an engine over an open journal; closing the engine does not close the journal. */
    public Engine(Journal journal, Home home, Decider decider, World world) {
        this.journal = journal;
        this.home = home;
        this.decider = decider;
        this.world = world;
        this.breakers = new Breakers(journal.rows(StreamId.LOCAL, Breakers.Kept.NAME));
        this.store = new WindowStore(journal.blobs());
        this.timers = new Timers(world.clock());
    }

    /** Returns the state of {@code run}, as far as the journal has it; empty when there is no such run. */
    public Optional<RunState> state(StreamId run) {
        var log = new RunLog(journal, run, decider);
        log.catchUp();
        return log.state().start().isPresent() ? Optional.of(log.state()) : Optional.empty();
    }

    /** Decides {@code command} on {@code run} and makes the decision durable, without performing anything. */
    public Decision tell(StreamId run, Command command) {
        Session session = session(run, Optional.empty(), _ -> {});
        session.catchUp();
        return session.submit(command);
    }

    /**
     * Works on {@code run} until it is over or waits for a human. When another process works on it, follows that one,
     * and takes over should it vanish.
     *
     * @param listener is shown each event once, in order
     */
    public RunStatus work(StreamId run, Staff staff, Consumer<Recorded> listener) throws InterruptedException {
        Session session = session(run, Optional.of(staff), listener);
        while (true) {
            Optional<HomeLock> lock = home.tryLock(run);
            if (lock.isPresent()) {
                try {
                    return hold(session, staff);
                } finally {
                    lock.get().close();
                }
            }
            session.catchUp();
            Optional<RunStatus> status = session.await(POLL_MILLIS);
            if (status.isPresent()) return status.get();
        }
    }

    private RunStatus hold(Session session, Staff staff) throws InterruptedException {
        session.catchUp();
        if (session.state().start().isEmpty()) throw new EngineException("there is no such run");
        session.perform(workers(staff));
        while (true) {
            Optional<RunStatus> status = session.await(POLL_MILLIS);
            if (status.isPresent()) return status.get();
            // Somebody else may have answered, steered or cancelled meanwhile.
            session.catchUp();
        }
    }

    private Workers workers(Staff staff) {
        return new Workers(threads, timers, store, staff, world);
    }

    private Session session(StreamId run, Optional<Staff> staff, Consumer<Recorded> listener) {
        return new Session(
                new RunLog(journal, run, decider),
                decider,
                staff.map(s -> new Session.Windows(s.windows(), store)),
                new Worlds(world.clock(), breakers, world.denied()),
                listener);
    }

    /** Interrupts what is under way; it stays owed, and whoever resumes the run goes on with it. */
    @Override
    public void close() {
        timers.close();
        threads.shutdownNow();
    }
}
