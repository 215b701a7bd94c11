package dev.orrery.engine;

import dev.orrery.context.Built;
import dev.orrery.context.WindowBuilder;
import dev.orrery.context.WindowStore;
import dev.orrery.journal.Blob;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.Recorded;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.RunStatus;
import dev.orrery.kernel.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run in this process. Commands are decided one after the other, each decision is appended before anything of it is
 * done, and what it owes is performed on virtual threads whose answers are commands again. Thread-safe.
 */
final class Session {
    /** How often a decision is made anew because another process was faster, before that is called a fault. */
    private static final int CONFLICTS_MAX = 100;

    private final RunLog log;
    private final Decider decider;
    private final Optional<Windows> windows;
    private final Worlds worlds;
    private final Consumer<Recorded> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Set<String> performing = new HashSet<>();
    private @Nullable Performer performer;
    private @Nullable RuntimeException broken;

    /** How windows are built, and where they are kept. */
    record Windows(WindowBuilder builder, WindowStore store) {}

    /**
     * Makes a session.
     *
     * @param windows empty where a command is decided without working on the run: windows are then left owed
     */
    Session(RunLog log, Decider decider, Optional<Windows> windows, Worlds worlds, Consumer<Recorded> listener) {
        this.log = log;
        this.decider = decider;
        this.windows = windows;
        this.worlds = worlds;
        this.listener = listener;
    }

    /** Takes in what others have appended, lets the listener know of it, and has done what they left owed. */
    void catchUp() {
        lock.lock();
        try {
            log.catchUp().forEach(this::announce);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        dispatch();
    }

    RunState state() {
        lock.lock();
        try {
            return log.state();
        } finally {
            lock.unlock();
        }
    }

    /** From here on this process performs the run's effects: it holds the run's lock, and began the run itself. */
    void begin(Performer by) {
        lock.lock();
        try {
            performer = by;
        } finally {
            lock.unlock();
        }
        dispatch();
    }

    /** From here on nothing is performed here; what is owed is left to whoever takes the run over. */
    void end() {
        lock.lock();
        try {
            performer = null;
            performing.clear();
        } finally {
            lock.unlock();
        }
    }

    /** The same for a run that another process left: what was in flight there is lost or repeated. */
    void perform(Performer by) {
        if (!state().ended()) submit(new Command.Recover());
        begin(by);
    }

    /** Decides {@code command}, makes the decision durable, and has done what it owes. */
    Decision submit(Command command) {
        return submit(command, List.of());
    }

    /** The same, with contents that the command names. */
    Decision submit(Command command, List<Blob> contents) {
        Decision decision;
        lock.lock();
        try {
            decision = decide(command, contents);
            moved.signalAll();
        } catch (JournalException e) {
            // Whatever was wanted is still owed; who waits for the run is told, and a later resume goes on.
            broken = e;
            moved.signalAll();
            throw e;
        } finally {
            lock.unlock();
        }
        dispatch();
        return decision;
    }

    private Decision decide(Command command, List<Blob> contents) {
        for (int tries = 0; tries < CONFLICTS_MAX; tries++) {
            World world = worlds.now(log.last());
            Decision decision = decider.decide(log.state(), command, world);
            if (!(decision instanceof Decision.Accepted accepted)
                    || accepted.events().isEmpty()) return decision;
            var blobs = new ArrayList<>(contents);
            List<Event> events = merge(accepted.events(), blobs, world);
            try {
                log.append(events, blobs, world.now()).forEach(this::announce);
                return decision;
            } catch (JournalConflict e) {
                log.catchUp().forEach(this::announce);
            }
        }
        throw new EngineException("another process writes to this run without a pause; stop one of the two");
    }

    private void announce(Recorded recorded) {
        worlds.observe(recorded.event());
        listener.accept(recorded);
    }

    /**
     * Windows that follow from the state alone are built here and now, and what they lead to joins the decision: they
     * cost no commit of their own.
     */
    private List<Event> merge(List<Event> decided, List<Blob> blobs, World world) {
        var events = new ArrayList<Event>();
        var tried = new HashSet<String>();
        RunState state = log.state();
        List<Event> news = decided;
        while (!news.isEmpty()) {
            events.addAll(news);
            for (Event event : news) state = decider.evolve(state, event);
            news = List.of();
            Optional<Effect.Assemble> next = windows.isPresent() ? unbuilt(state, tried) : Optional.empty();
            if (next.isPresent()) {
                Windows by = windows.get();
                Built built = by.builder().build(state, next.get(), by.store().beside(blobs));
                blobs.addAll(built.blobs());
                by.store().hand(built);
                news = assembled(state, next.get(), built, world);
            }
        }
        return events;
    }

    private List<Event> assembled(RunState state, Effect.Assemble assemble, Built built, World world) {
        var command = new Command.Assembled(assemble.id(), built.hash(), built.tokens(), built.memory());
        return switch (decider.decide(state, command, world)) {
            case Decision.Accepted accepted -> accepted.events();
            case Decision.Rejected rejected -> throw new EngineException(rejected.reason());
        };
    }

    private Optional<Effect.Assemble> unbuilt(RunState state, Set<String> tried) {
        for (RunState.Debt debt : state.owed().values()) {
            if (debt.effect() instanceof Effect.Assemble a && follows(state, a) && tried.add(a.id())) {
                return Optional.of(a);
            }
        }
        return Optional.empty();
    }

    private boolean follows(RunState state, Effect.Assemble assemble) {
        return windows.map(w -> !w.builder().retrieves(state, assemble)).orElse(false);
    }

    /** Performs what is owed and not under way, and stops what is under way and not owed. */
    private void dispatch() {
        var due = new ArrayList<RunState.Debt>();
        var dropped = new ArrayList<String>();
        Performer by;
        lock.lock();
        try {
            by = performer;
            if (by == null || broken != null) return;
            for (RunState.Debt debt : log.state().owed().values()) {
                if (!log.state().held(debt) && performing.add(debt.effect().id())) due.add(debt);
            }
            for (String effect : performing) {
                if (!log.state().owed().containsKey(effect)) dropped.add(effect);
            }
            dropped.forEach(performing::remove);
        } finally {
            lock.unlock();
        }
        dropped.forEach(by::drop);
        for (RunState.Debt debt : due) by.perform(debt, this);
    }

    /** Something broke that is no answer to an effect: the run stays open, and who waits for it is told. */
    void breakOff(RuntimeException cause) {
        lock.lock();
        try {
            if (broken == null) broken = cause;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns what broke the session; see {@link #breakOff}. */
    Optional<RuntimeException> broken() {
        lock.lock();
        try {
            return Optional.ofNullable(broken);
        } finally {
            lock.unlock();
        }
    }

    /** Returns {@code work} so that whatever it throws breaks the session off. */
    <T> Consumer<T> guarded(Consumer<T> work) {
        return value -> {
            try {
                work.accept(value);
            } catch (RuntimeException e) {
                breakOff(e);
            }
        };
    }

    /**
     * Waits until the run is over, or nothing moves until a human speaks; at most {@code millis}.
     *
     * @return how the run stands; empty while it moves
     * @throws RuntimeException what broke the session
     */
    Optional<RunStatus> await(long millis) throws InterruptedException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lockInterruptibly();
        try {
            while (true) {
                if (broken != null) throw broken;
                RunStatus status = log.state().status();
                boolean stands = status != RunStatus.PAUSED || log.state().settled();
                if (status != RunStatus.RUNNING && stands) return Optional.of(status);
                if (nanos <= 0) return Optional.empty();
                nanos = moved.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
