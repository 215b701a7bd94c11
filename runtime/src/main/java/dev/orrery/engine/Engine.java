package dev.orrery.engine;

import dev.orrery.context.WindowBuilder;
import dev.orrery.journal.Blob;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs runs on this machine. Any number of processes may share a home: each may decide and append, and whoever holds a
 * run's lock performs its effects. Thread-safe.
 */
public final class Engine implements AutoCloseable {
    /** How often a run that another process works on is looked at, in milliseconds. */
    static final long POLL_MILLIS = 50;

    /** How often a run is looked at whatever the journal says of others; a look reads what is new, which is nothing. */
    private static final long LOOK_ANYWAY_MILLIS = 10_000;

    private final Home home;
    private final Scheduler scheduler;
    private final Runner runner;
    private final Watch watch;

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
        this.home = home;
        this.scheduler = new ThreadScheduler(world.clock());
        this.runner = new Runner(journal, decider, world, scheduler);
        this.watch = new Watch(journal, POLL_MILLIS);
    }

    /** Returns the state of {@code run}, as far as the journal has it; empty when there is no such run. */
    public Optional<RunState> state(StreamId run) {
        return runner.state(run);
    }

    /** Decides {@code command} on {@code run} and makes the decision durable, without performing anything. */
    public Decision tell(StreamId run, Command command) {
        return tell(run, command, List.of());
    }

    /** The same, with contents that the command names. */
    public Decision tell(StreamId run, Command command, List<Blob> contents) {
        Decision decision = runner.tell(run, command, contents);
        watch.told(run);
        return decision;
    }

    /**
     * Where no process works on {@code run}, takes stock of what was under way when the last one left: calls whose outcome
     * nobody knows become questions. Performs nothing.
     */
    public void takeStock(StreamId run) {
        Optional<HomeLock> lock = home.tryLock(run);
        if (lock.isEmpty()) return;
        try (HomeLock _ = lock.get()) {
            boolean open = state(run).map(s -> !s.ended()).orElse(false);
            if (open) tell(run, new Command.Recover());
        }
    }

    /**
     * Works on {@code run} until it is over or waits for a human. When another process works on it, follows that one,
     * and takes over should it vanish.
     *
     * @param listener is shown each event once, in order
     */
    public RunStatus work(StreamId run, Staff staff, Consumer<Recorded> listener) throws InterruptedException {
        RunWork work = runner.work(run, staff, listener);
        while (true) {
            Optional<HomeLock> lock = home.tryLock(run);
            if (lock.isPresent()) {
                try {
                    return hold(run, work);
                } finally {
                    lock.get().close();
                }
            }
            work.catchUp();
            Optional<RunStatus> status = work.await(POLL_MILLIS);
            if (status.isPresent()) return status.get();
        }
    }

    private RunStatus hold(StreamId run, RunWork work) throws InterruptedException {
        // Somebody else may answer, steer or cancel meanwhile.
        watch.begin(run, work);
        try {
            work.takeOver();
            while (true) {
                Optional<RunStatus> status = work.await(LOOK_ANYWAY_MILLIS);
                if (status.isPresent()) return status.get();
                work.catchUp();
            }
        } finally {
            watch.end(run, work);
            work.end();
        }
    }

    /** Interrupts what is under way; it stays owed, and whoever resumes the run goes on with it. */
    @Override
    public void close() {
        watch.close();
        scheduler.close();
    }
}
