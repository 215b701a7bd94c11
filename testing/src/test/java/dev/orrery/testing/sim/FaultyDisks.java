package dev.orrery.testing.sim;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Blobs;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalCheck;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Rows;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamHead;
import dev.orrery.journal.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Disks that break the journal's contract. */
final class FaultyDisks {
    private FaultyDisks() {}

    /** Acknowledges what only its cache holds: the last record goes to the platter with the one after it. */
    static Seams acknowledgesBeforeCommit() {
        var cache = new Cache();
        return Seams.disk(
                inner -> {
                    cache.platter = Optional.of(inner);
                    return cache;
                },
                cache::lose);
    }

    /** Takes each record, whatever its author had seen of the stream. */
    static Seams dropsSequenceCheck() {
        return Seams.disk(
                inner -> new Passing(inner) {
                    @Override
                    public long append(StreamId stream, long expected, List<StoredEvent> events, List<Blob> blobs) {
                        return inner.append(stream, inner.lastSeq(stream), events, blobs);
                    }
                },
                () -> {});
    }

    private static final class Cache extends Passing {
        private record Unsaved(StreamId stream, List<StoredEvent> events, List<Blob> blobs) {}

        private Optional<Journal> platter = Optional.empty();
        private Optional<Unsaved> unsaved = Optional.empty();

        @Override
        Journal inner() {
            return platter.orElseThrow();
        }

        @Override
        public long append(StreamId stream, long expected, List<StoredEvent> events, List<Blob> blobs) {
            if (lastSeq(stream) != expected) throw new JournalConflict(stream, expected, lastSeq(stream));
            unsaved.ifPresent(u -> inner().append(u.stream(), inner().lastSeq(u.stream()), u.events(), u.blobs()));
            inner().blobs().put(blobs);
            unsaved = Optional.of(new Unsaved(stream, events, blobs));
            return inner().lastCommit() + 1;
        }

        void lose() {
            unsaved = Optional.empty();
        }

        @Override
        public long lastSeq(StreamId stream) {
            return inner().lastSeq(stream) + unsaved.map(u -> u.events().size()).orElse(0);
        }

        @Override
        public List<Recorded> read(StreamId stream, long afterSeq, int eventsMax) {
            var all = new ArrayList<>(inner().read(stream, 0, Integer.MAX_VALUE));
            unsaved.ifPresent(u -> {
                for (StoredEvent event : u.events()) {
                    all.add(new Recorded(stream, all.size() + 1L, event, inner().lastCommit() + 1));
                }
            });
            return all.stream().skip(afterSeq).limit(eventsMax).toList();
        }
    }

    /** A disk that passes everything on. */
    private static class Passing implements Journal {
        private final Optional<Journal> disk;

        Passing(Journal disk) {
            this.disk = Optional.of(disk);
        }

        Passing() {
            this.disk = Optional.empty();
        }

        Journal inner() {
            return disk.orElseThrow();
        }

        @Override
        public long append(StreamId stream, long expected, List<StoredEvent> events, List<Blob> blobs) {
            return inner().append(stream, expected, events, blobs);
        }

        @Override
        public List<Recorded> read(StreamId stream, long afterSeq, int eventsMax) {
            return inner().read(stream, afterSeq, eventsMax);
        }

        @Override
        public long lastSeq(StreamId stream) {
            return inner().lastSeq(stream);
        }

        @Override
        public List<StreamHead> streams(String tenant, StreamId.Kind kind) {
            return inner().streams(tenant, kind);
        }

        @Override
        public long lastCommit() {
            return inner().lastCommit();
        }

        @Override
        public List<Recorded> tail(long afterCommit, int recordsMax) {
            return inner().tail(afterCommit, recordsMax);
        }

        @Override
        public Blobs blobs() {
            return inner().blobs();
        }

        @Override
        public Rows rows(String tenant, String projection) {
            return inner().rows(tenant, projection);
        }

        @Override
        public void rebuildProjections() {
            inner().rebuildProjections();
        }

        @Override
        public JournalCheck check() {
            return inner().check();
        }

        @Override
        public void close() {
            inner().close();
        }
    }
}
