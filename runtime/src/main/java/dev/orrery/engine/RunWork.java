package dev.orrery.engine;

import dev.orrery.kernel.RunState;
import dev.orrery.kernel.RunStatus;
import java.util.Optional;

/** The work on one run in this process. Thread-safe. */
public final class RunWork {
    private final Session session;
    private final Performer performer;

    RunWork(Session session, Performer performer) {
        this.session = session;
        this.performer = performer;
    }

    /**
     * Performs the run's effects from here on: whoever did before is gone.
     *
     * @throws EngineException when there is no such run
     */
    public void takeOver() {
        session.catchUp();
        if (session.state().start().isEmpty()) throw new EngineException("there is no such run");
        session.perform(performer);
    }

    /** Works on the run no more; what is owed is left to whoever takes it over. */
    public void end() {
        session.end();
        performer.end();
    }

    /** Something broke on the way to the run; who waits for it is told. */
    void breakOff(RuntimeException cause) {
        session.breakOff(cause);
    }

    /** Takes in what others have appended, and has done what they left owed. */
    public void catchUp() {
        session.catchUp();
    }

    /** Returns the run's state, as far as it is known here. */
    public RunState state() {
        return session.state();
    }

    /** Returns what broke the work, other than an answer to an effect; the run stays open, and can be taken over. */
    public Optional<RuntimeException> broken() {
        return session.broken();
    }

    /**
     * Waits until the run is over, or nothing moves until a human speaks; at most {@code millis}.
     *
     * @return how the run stands; empty while it moves
     * @throws RuntimeException what broke the work
     */
    Optional<RunStatus> await(long millis) throws InterruptedException {
        return session.await(millis);
    }
}
