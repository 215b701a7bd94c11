package dev.orrery;

import dev.orrery.OrreryException.Kind;
import dev.orrery.engine.history.ExportException;
import dev.orrery.engine.history.Replay;
import dev.orrery.engine.history.Replayed;
import dev.orrery.engine.history.RunExport;
import dev.orrery.engine.history.RunImport;
import dev.orrery.engine.history.RunImport.Imported;
import dev.orrery.engine.history.RunManifest;
import dev.orrery.journal.Home;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.RunList;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.WaitList;
import dev.orrery.kernel.Decider;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What can be done with the history of a run as a whole. Thread-safe. */
public final class HistoryCommands {
    private final Journal journal;
    private final Home home;
    private final Decider decider;

    HistoryCommands(Journal journal, Home home, Decider decider) {
        this.journal = journal;
        this.home = home;
        this.decider = decider;
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
