package dev.orrery.engine.history;

import dev.orrery.engine.history.Replayed.Difference;
import dev.orrery.engine.wire.EventReader;
import dev.orrery.engine.wire.EventWriter;
import dev.orrery.journal.Journal;
import dev.orrery.journal.Projection;
import dev.orrery.journal.RecordText;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.RunState;
import dev.orrery.message.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes a run's state from its events twice, the second time from events that were written and read once more, and
 * compares. For one thread, used once.
 */
public final class Replay {
    private static final int PAGE = 1_000;

    /** How many states are compared at most, and a few more: hashing one takes time in the number of steps. */
    private static final long STATES_MAX = 5_000;

    private final Journal journal;
    private final StreamId run;
    private final Decider decider;
    private final RunRows rows;
    private final StateHash firstHash = new StateHash();
    private final StateHash secondHash = new StateHash();
    private RunState first = RunState.NONE;
    private RunState second = RunState.NONE;
    private long seq;

    /** Prepares to replay {@code run}; {@code lists} are the projections whose rows about one run are compared. */
    public Replay(Journal journal, StreamId run, Decider decider, List<Projection> lists) {
        this.journal = journal;
        this.run = run;
        this.decider = decider;
        this.rows = new RunRows(journal, run, lists);
    }

    /**
     * Goes through all events. Of a run of more than 5,000 events not every state in between is compared.
     *
     * @throws dev.orrery.journal.JournalDamaged when an event is not as it was written
     * @throws dev.orrery.journal.JournalNewer when an event is of a newer Orrery
     */
    public Replayed run() {
        while (true) {
            Optional<Difference> found = events();
            if (found.isPresent()) return replayed(found);
            found = rows.difference().map(what -> new Difference(seq, what));
            // Rows that are newer than what was read are no difference: the run is under way.
            if (found.isEmpty() || journal.lastSeq(run) == seq) return replayed(found);
        }
    }

    private Replayed replayed(Optional<Difference> found) {
        return new Replayed(run.id(), seq, firstHash.of(first), found);
    }

    private Optional<Difference> events() {
        long every = Math.max(1, journal.lastSeq(run) / STATES_MAX);
        List<Recorded> page;
        do {
            page = journal.read(run, seq, PAGE);
            for (Recorded recorded : page) {
                Optional<Difference> found = event(recorded);
                if (found.isEmpty() && seq % every == 0) found = states();
                if (found.isPresent()) return found;
            }
        } while (page.size() == PAGE);
        return states();
    }

    private Optional<Difference> event(Recorded recorded) {
        seq = recorded.seq();
        StoredEvent stored = recorded.event();
        Event event = EventReader.read(recorded);
        StoredEvent again = EventWriter.write(event, stored.at());
        if (!Arrays.equals(RecordText.encode(List.of(stored)), RecordText.encode(List.of(again)))) {
            return Optional.of(new Difference(seq, stored.type() + " is written otherwise than it was read"));
        }
        first = decider.evolve(first, event);
        second = decider.evolve(second, EventReader.read(new Recorded(run, seq, again, recorded.commit())));
        rows.take(recorded);
        return Optional.empty();
    }

    private Optional<Difference> states() {
        Hash one = firstHash.of(first);
        Hash other = secondHash.of(second);
        if (one.equals(other)) return Optional.empty();
        return Optional.of(new Difference(seq, "the state is " + one.brief() + " and then " + other.brief()));
    }
}
