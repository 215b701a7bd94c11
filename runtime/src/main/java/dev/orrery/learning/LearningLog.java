package dev.orrery.learning;

import dev.orrery.journal.Journal;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One of learning's streams, as far as it was read. Used by one thread at a time. */
final class LearningLog {
    private static final int READ_MAX = 1_000;

    private final Journal journal;
    private final StreamId stream;
    private final int eventsMax;
    private boolean begun;
    private long seq;
    private Instant last = Instant.EPOCH;

    /** Follows {@code stream} from its last {@code eventsMax} events on. */
    LearningLog(Journal journal, StreamId stream, int eventsMax) {
        this.journal = journal;
        this.stream = stream;
        this.eventsMax = eventsMax;
    }

    /** Returns what was not yet read. */
    List<LearningEvent> news() {
        if (!begun) seq = Math.max(0, journal.lastSeq(stream) - eventsMax);
        begun = true;
        var events = new ArrayList<LearningEvent>();
        List<Recorded> news;
        do {
            news = journal.read(stream, seq, READ_MAX);
            for (Recorded recorded : news) {
                events.add(LearningWire.read(recorded));
                seq = recorded.seq();
                last = recorded.event().at();
            }
        } while (news.size() == READ_MAX);
        return events;
    }

    /**
     * Appends {@code events} behind what was read; time never runs backwards.
     *
     * @throws dev.orrery.journal.JournalConflict when somebody else appended since
     */
    void append(List<LearningEvent> events, Instant now) {
        Instant at = now.isAfter(last) ? now : last;
        journal.append(
                stream, seq, events.stream().map(e -> LearningWire.write(e, at)).toList());
    }
}
