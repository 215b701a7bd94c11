package dev.orrery.testing.sim;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Blobs;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalCheck;
import dev.orrery.journal.JournalFull;
import dev.orrery.journal.JournalUnavailable;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Rows;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamHead;
import dev.orrery.journal.StreamId;
import dev.orrery.testing.audit.Outside;
import java.io.IOException;
import java.util.List;

/**
 * A journal whose disk fails as chance has it: it is full, an error comes before or after the write, the process dies just
 * before or just after it. It notes what it acknowledged. For one thread.
 */
final class SimulatedDisk implements Journal {
    private final Journal inner;
    private final Outside outside;
    private final Chance chance;
    private final Mishaps mishaps;
    private int troublesLeft;

    SimulatedDisk(Journal inner, Outside outside, SimulatedProcess.World world, int troublesMost) {
        this.inner = inner;
        this.outside = outside;
        this.chance = world.chance();
        this.mishaps = world.mishaps();
        this.troublesLeft = troublesMost;
    }

    @Override
    public long append(StreamId stream, long expectedSeq, List<StoredEvent> events, List<Blob> blobs) {
        if (troublesLeft > 0 && chance.percent(mishaps.disk())) {
            troublesLeft--;
            throw trouble(stream, expectedSeq, events, blobs);
        }
        boolean dies = troublesLeft > 0 && chance.percent(mishaps.crashes());
        if (dies) troublesLeft--;
        if (dies && chance.percent(50)) throw new Crashed();
        long commit = inner.append(stream, expectedSeq, events, blobs);
        if (dies) throw new Crashed();
        outside.acknowledge(stream, expectedSeq + 1, events);
        return commit;
    }

    private RuntimeException trouble(StreamId stream, long expectedSeq, List<StoredEvent> events, List<Blob> blobs) {
        return switch (chance.below(3)) {
            case 0 -> new JournalFull("the simulated disk took nothing", new IOException("No space left on device"));
            case 1 -> new JournalUnavailable("the simulated disk failed before it wrote", null);
            default -> {
                inner.append(stream, expectedSeq, events, blobs);
                yield new JournalUnavailable("the simulated disk failed after it wrote", null);
            }
        };
    }

    @Override
    public List<Recorded> read(StreamId stream, long afterSeq, int eventsMax) {
        return inner.read(stream, afterSeq, eventsMax);
    }

    @Override
    public long lastSeq(StreamId stream) {
        return inner.lastSeq(stream);
    }

    @Override
    public List<StreamHead> streams(String tenant, StreamId.Kind kind) {
        return inner.streams(tenant, kind);
    }

    @Override
    public long lastCommit() {
        return inner.lastCommit();
    }

    @Override
    public List<Recorded> tail(long afterCommit, int recordsMax) {
        return inner.tail(afterCommit, recordsMax);
    }

    @Override
    public Blobs blobs() {
        return inner.blobs();
    }

    @Override
    public Rows rows(String tenant, String projection) {
        return inner.rows(tenant, projection);
    }

    @Override
    public void rebuildProjections() {
        inner.rebuildProjections();
    }

    @Override
    public JournalCheck check() {
        return inner.check();
    }

    @Override
    public void close() {
        inner.close();
    }
}
