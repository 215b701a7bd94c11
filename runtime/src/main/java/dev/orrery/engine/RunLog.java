package dev.orrery.engine;

import dev.orrery.engine.wire.EventReader;
import dev.orrery.engine.wire.EventWriter;
import dev.orrery.journal.Blob;
import dev.orrery.journal.Journal;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One run's stream: read into a state, appended to by decisions. Not thread-safe; its session guards it. */
final class RunLog {
    /** How many events are read at a time. */
    private static final int PAGE = 1_000;

    private final Journal journal;
    private final StreamId stream;
    private final Decider decider;
    private RunState state = RunState.NONE;
    private long seq;
    private Instant last = Instant.EPOCH;

    RunLog(Journal journal, StreamId stream, Decider decider) {
        this.journal = journal;
        this.stream = stream;
        this.decider = decider;
    }

    RunState state() {
        return state;
    }

    /** Returns when the last event happened: time never runs backwards in a stream. */
    Instant last() {
        return last;
    }

    /** Takes in what was appended since, by whomever, and returns it. */
    List<Recorded> catchUp() {
        var news = new ArrayList<Recorded>();
        List<Recorded> page;
        do {
            page = journal.read(stream, seq, PAGE);
            page.forEach(this::take);
            news.addAll(page);
        } while (page.size() == PAGE);
        return news;
    }

    private void take(Recorded recorded) {
        state = decider.evolve(state, EventReader.read(recorded));
        seq = recorded.seq();
        last = recorded.event().at();
    }

    /**
     * Appends a decision and takes it in.
     *
     * @throws dev.orrery.journal.JournalConflict when somebody else was faster; nothing was written
     */
    List<Recorded> append(List<Event> events, List<Blob> blobs, Instant at) {
        List<StoredEvent> stored =
                events.stream().map(e -> EventWriter.write(e, at)).toList();
        long commit = journal.append(stream, seq, stored, blobs);
        var recorded = new ArrayList<Recorded>();
        for (int i = 0; i < stored.size(); i++) {
            state = decider.evolve(state, events.get(i));
            seq++;
            recorded.add(new Recorded(stream, seq, stored.get(i), commit));
        }
        last = at;
        return recorded;
    }
}
