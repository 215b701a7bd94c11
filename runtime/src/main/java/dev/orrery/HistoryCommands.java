package dev.orrery;

import dev.orrery.OrreryException.Kind;
import dev.orrery.engine.EngineException;
import dev.orrery.engine.history.Replay;
import dev.orrery.engine.history.Replayed;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.RunList;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.WaitList;
import dev.orrery.kernel.Decider;
import java.util.List;
import java.util.function.Supplier;

/** What can be done with the history of a run as a whole. Thread-safe. */
public final class HistoryCommands {
    private final Journal journal;
    private final Decider decider;

    HistoryCommands(Journal journal, Decider decider) {
        this.journal = journal;
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

    private StreamId existing(String run) {
        StreamId stream = Orrery.stream(run);
        if (journal.lastSeq(stream) > 0) return stream;
        throw new OrreryException(Kind.FAILED, "there is no run " + run + "; `orrery runs` lists them");
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (JournalException | EngineException e) {
            throw new OrreryException(Kind.FAILED, e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }
}
