package dev.orrery.engine.history;

import dev.orrery.engine.wire.EventReader;
import dev.orrery.engine.wire.EventWriter;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Decider;
import dev.orrery.kernel.Decision;
import dev.orrery.kernel.Event;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Copies the beginning of a run into a run of its own. Windows and other contents are named by their hashes, so copying
 * the events is enough. The copy and what makes it a run of its own are one record: it is there wholly or not at all.
 * For one thread.
 */
public final class RunFork {
    private static final int EVENTS_MAX = 1_000_000;
    private static final String ENDED = "run.ended";
    private static final String ROUTED = "step.routed";

    private final Journal journal;
    private final Decider decider;
    private final InstantSource clock;
    private final StreamId from;
    private final List<Recorded> events;

    /** Prepares to copy {@code from}, which exists. */
    public RunFork(Journal journal, Decider decider, InstantSource clock, StreamId from) {
        this.journal = journal;
        this.decider = decider;
        this.clock = clock;
        this.from = from;
        this.events = journal.read(from, 0, EVENTS_MAX);
    }

    /**
     * Returns the event at which a copy up to {@code seq} ends: a decision is copied as a whole, so it is the last one of
     * the decision that holds {@code seq}. A decision that ends the run is left out.
     *
     * @throws ExportException when there is nothing to copy
     */
    public long end(long seq) {
        if (seq < 1 || seq > events.size()) {
            throw new ExportException(
                    "run " + from.id() + " has events 1 to " + events.size() + ", and no event " + seq);
        }
        long commit = events.get((int) seq - 1).commit();
        int last = (int) seq;
        while (last < events.size() && events.get(last).commit() == commit) last++;
        return beforeEnd(last);
    }

    private long beforeEnd(int last) {
        for (int i = 0; i < last; i++) {
            if (!events.get(i).event().type().equals(ENDED)) continue;
            long commit = events.get(i).commit();
            int before = i;
            while (before > 0 && events.get(before - 1).commit() == commit) before--;
            if (before > 0) return before;
            throw new ExportException("run " + from.id() + " ended with its first decision; there is nothing to copy");
        }
        return last;
    }

    /**
     * Returns the event before the first attempt at {@code step}.
     *
     * @throws ExportException when there was none
     */
    public long before(String step) {
        for (Recorded event : events) {
            boolean begins = event.event().type().equals(ROUTED)
                    && event.event().body().text("step").equals(step);
            if (begins) return event.seq() - 1;
        }
        throw new ExportException(
                "no attempt at step " + step + " of run " + from.id() + " was made; `orrery show` lists the steps");
    }

    /**
     * Copies the events up to {@code end}, a place that {@link #end} or {@link #before} names, to {@code to}.
     *
     * @param change says what becomes of the copy
     * @return the state of the new run
     * @throws ExportException when there is a run {@code to} already, or the copy cannot go on from there
     */
    public RunState copy(StreamId to, long end, BiFunction<RunState, Long, Command.Fork> change) {
        List<StoredEvent> stored = new ArrayList<>();
        RunState state = RunState.NONE;
        Instant last = Instant.EPOCH;
        for (Recorded event : events.subList(0, (int) end)) {
            stored.add(event.event());
            Event known = EventReader.read(new Recorded(to, event.seq(), event.event(), event.commit()));
            state = decider.evolve(state, known);
            last = event.event().at();
        }
        Instant now = clock.instant().isBefore(last) ? last : clock.instant();
        Decision decision = decider.decide(state, change.apply(state, end), World.at(now));
        if (!(decision instanceof Decision.Accepted accepted)) {
            String why = decision instanceof Decision.Rejected rejected ? rejected.reason() : "";
            throw new ExportException("run " + from.id() + " cannot be copied at event " + end + ": " + why);
        }
        for (Event event : accepted.events()) {
            stored.add(EventWriter.write(event, now));
            state = decider.evolve(state, event);
        }
        append(to, stored);
        return state;
    }

    private void append(StreamId to, List<StoredEvent> stored) {
        try {
            journal.append(to, 0, stored);
        } catch (JournalConflict e) {
            throw new ExportException("there is a run " + to.id() + " already; name another one with --id", e);
        } catch (IllegalArgumentException e) {
            throw new ExportException(
                    "run " + from.id() + " is too long to be copied up to there; name an earlier event", e);
        }
    }

    /** Returns the state of the run that is copied, as it is now. */
    public Optional<RunState> now() {
        RunState state = RunState.NONE;
        for (Recorded event : events) state = decider.evolve(state, EventReader.read(event));
        return events.isEmpty() ? Optional.empty() : Optional.of(state);
    }
}
