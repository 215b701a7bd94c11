package dev.orrery;

import dev.orrery.OrreryException.Kind;
import dev.orrery.engine.Engine;
import dev.orrery.engine.history.ExportException;
import dev.orrery.engine.history.Replay;
import dev.orrery.engine.history.Replayed;
import dev.orrery.engine.history.RunExport;
import dev.orrery.engine.history.RunFork;
import dev.orrery.engine.history.RunImport;
import dev.orrery.engine.history.RunImport.Imported;
import dev.orrery.engine.history.RunManifest;
import dev.orrery.journal.Home;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.RunList;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.WaitList;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Pins;
import dev.orrery.kernel.StepState.Phase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be done with the history of a run as a whole. Thread-safe. */
public final class HistoryCommands {
    private final Journal journal;
    private final Home home;
    private final Decider decider;
    private final Engine engine;
    private final InstantSource clock;
    private final Supplier<Pins> fresh;

    /** Makes the commands; {@code fresh} gives what a run would keep that begins now. */
    HistoryCommands(
            Journal journal, Home home, Decider decider, Engine engine, InstantSource clock, Supplier<Pins> fresh) {
        this.journal = journal;
        this.home = home;
        this.decider = decider;
        this.engine = engine;
        this.clock = clock;
        this.fresh = fresh;
    }

    /**
     * Makes the state of {@code run} from its events once more and compares it, the events' stored form, and what lists
     * say of the run. Reads only; takes time in the length of the run.
     *
     * @param run the whole id
     * @throws OrreryException when there is no such run, or its events cannot be read
     */
    public Replayed replay(String run) {
        return asked(() -> {
            var lists = List.of(RunList.projection(), WaitList.projection());
            return new Replay(journal, existing(run), decider, lists).run();
        });
    }

    /**
     * Writes {@code run}, as far as it has come, and all that it names to {@code file}.
     *
     * @param run the whole id
     * @throws OrreryException when there is no such run, what is stored of it is not whole, or the file is there already
     *     or cannot be written
     */
    public RunManifest export(String run, Path file) {
        return asked(() -> new RunExport(journal, existing(run)).write(file));
    }

    /**
     * Takes in the run that {@link #export} wrote to {@code file}. It can then be seen, replayed, resumed and given
     * feedback as any other. What it still owes is not done by this.
     *
     * @throws OrreryException when the file is damaged, no export, or of a newer Orrery, or another run has its id;
     *     nothing was written
     */
    public Imported importRun(Path file) {
        return asked(() -> new RunImport(journal, home, decider).read(file));
    }

    /**
     * Copies the events of {@code run} up to and with {@code seq} into a run of its own, and does nothing of what it owes.
     * A decision is copied as a whole; the one that ends a run is left out. Calls that cannot be repeated and were open
     * wait for a human to say what became of them.
     *
     * @param run the whole id
     * @throws OrreryException when there is no such run or event, or the new id is taken
     */
    public Forked fork(String run, long seq, ForkRequest request) {
        return asked(() -> {
            var fork = new RunFork(journal, decider, clock, existing(run));
            return copy(fork, run, fork.end(seq), request);
        });
    }

    /**
     * Has {@code step} of {@code run} done again: while it is under way by another attempt, and otherwise by a copy of the
     * run from before its first attempt. {@link Orrery#resume} does the work.
     *
     * @param run the whole id
     * @return the run in which the step is done again
     * @throws OrreryException when there is no such run or step
     */
    public String retry(String run, String step, ForkRequest request) {
        return asked(() -> {
            StreamId stream = existing(run);
            var fork = new RunFork(journal, decider, clock, stream);
            boolean underWay = request.equals(ForkRequest.SAME)
                    && fork.now()
                            .filter(s -> !s.ended())
                            .flatMap(s -> s.graph().step(step))
                            .map(s -> s.phase() == Phase.RUNNING || s.phase() == Phase.REVIEW)
                            .orElse(false);
            if (!underWay) return copy(fork, run, fork.before(step), request).run();
            if (engine.tell(stream, new Command.Retry(step)) instanceof Decision.Rejected rejected) {
                throw new OrreryException(Kind.FAILED, rejected.reason());
            }
            return run;
        });
    }

    private Forked copy(RunFork fork, String run, long end, ForkRequest request) {
        StreamId to = Orrery.stream(request.id().orElseGet(RunIds::fresh));
        Optional<Pins> pins =
                request.agents() == ForkRequest.Agents.OF_NOW ? Optional.of(fresh.get()) : Optional.empty();
        String out = request.out()
                .map(folder -> folder.toAbsolutePath().normalize().toString())
                .orElse("");
        fork.copy(
                to,
                end,
                (state, at) -> new Command.Fork(
                        run,
                        at,
                        state.begun().options().into(out),
                        request.budget().orElse(state.ledger().budget()),
                        pins));
        return new Forked(to.id(), run, end);
    }

    private StreamId existing(String run) {
        StreamId stream = Orrery.stream(run);
        if (journal.lastSeq(stream) > 0) return stream;
        throw Orrery.noRun(run);
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (JournalException | ExportException e) {
            throw new OrreryException(Kind.FAILED, e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }
}
