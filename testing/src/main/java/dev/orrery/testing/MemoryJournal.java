package dev.orrery.testing;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Blobs;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalCheck;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.JournalUnavailable;
import dev.orrery.journal.Projection;
import dev.orrery.journal.RecordText;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.RowMap;
import dev.orrery.journal.Rows;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamHead;
import dev.orrery.journal.StreamId;
import dev.orrery.message.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journal in memory that keeps the contract of {@link Journal}, but for surviving the process. Events go through their
 * text form, so what cannot be written fails here too. Thread-safe.
 */
public final class MemoryJournal implements Journal {
    private record Entry(StreamId stream, long firstSeq, List<StoredEvent> events) {}

    private record RowsKey(String tenant, String projection) {}

    private final List<Projection> projections;
    private final List<Entry> records = new ArrayList<>();
    private final Map<StreamId, List<Recorded>> streams = new LinkedHashMap<>();
    private final Map<Hash, Blob> blobs = new HashMap<>();
    private final Map<RowsKey, RowMap> rows = new HashMap<>();
    private @Nullable RuntimeException failure;
    private boolean closed;

    /** Makes an empty journal that keeps {@code projections}. */
    public MemoryJournal(List<Projection> projections) {
        this.projections = List.copyOf(projections);
    }

    /** Makes an empty journal without projections. */
    public MemoryJournal() {
        this(List.of());
    }

    /** Has the next append fail with {@code failure} instead of being written, as a full disk would. */
    public synchronized void failNext(RuntimeException failure) {
        this.failure = failure;
    }

    @Override
    public synchronized long append(StreamId stream, long expectedSeq, List<StoredEvent> events, List<Blob> contents) {
        byte[] text = RecordText.encode(events);
        requireOpen();
        RuntimeException fail = failure;
        failure = null;
        if (fail != null) throw fail;
        long lastSeq = lastSeq(stream);
        if (lastSeq != expectedSeq) throw new JournalConflict(stream, expectedSeq, lastSeq);

        var record = new Entry(stream, lastSeq + 1, RecordText.decode(text));
        long commit = records.size() + 1L;
        try {
            project(record, commit);
        } catch (RuntimeException e) {
            rebuildProjections();
            throw e;
        }
        records.add(record);
        streams.computeIfAbsent(stream, _ -> new ArrayList<>()).addAll(recorded(record, commit));
        for (Blob blob : contents) blobs.put(blob.hash(), blob);
        return commit;
    }

    private static List<Recorded> recorded(Entry record, long commit) {
        var out = new ArrayList<Recorded>();
        for (StoredEvent event : record.events()) {
            out.add(new Recorded(record.stream(), record.firstSeq() + out.size(), event, commit));
        }
        return out;
    }

    private void project(Entry record, long commit) {
        for (Projection projection : projections) {
            RowMap table = table(record.stream().tenant(), projection.name());
            for (Recorded event : recorded(record, commit)) {
                if (projection.types().contains(event.event().type())) projection.apply(event, table);
            }
        }
    }

    private RowMap table(String tenant, String projection) {
        return rows.computeIfAbsent(new RowsKey(tenant, projection), _ -> new RowMap());
    }

    @Override
    public synchronized List<Recorded> read(StreamId stream, long afterSeq, int eventsMax) {
        requireOpen();
        return streams.getOrDefault(stream, List.of()).stream()
                .skip(afterSeq)
                .limit(eventsMax)
                .toList();
    }

    @Override
    public synchronized long lastSeq(StreamId stream) {
        requireOpen();
        return streams.getOrDefault(stream, List.of()).size();
    }

    @Override
    public synchronized List<StreamHead> streams(String tenant, StreamId.Kind kind) {
        requireOpen();
        return streams.values().stream()
                .map(List::getLast)
                .filter(last ->
                        last.stream().tenant().equals(tenant) && last.stream().kind() == kind)
                .map(last -> new StreamHead(
                        last.stream(), last.seq(), last.commit(), last.event().at()))
                .toList();
    }

    @Override
    public synchronized long lastCommit() {
        requireOpen();
        return records.size();
    }

    @Override
    public synchronized List<Recorded> tail(long afterCommit, int recordsMax) {
        requireOpen();
        var out = new ArrayList<Recorded>();
        long until = Math.min(records.size(), afterCommit + recordsMax);
        for (long commit = afterCommit + 1; commit <= until; commit++) {
            out.addAll(recorded(records.get((int) commit - 1), commit));
        }
        return List.copyOf(out);
    }

    @Override
    public Blobs blobs() {
        return new Blobs() {
            @Override
            public void put(List<Blob> contents) {
                synchronized (MemoryJournal.this) {
                    requireOpen();
                    for (Blob blob : contents) blobs.put(blob.hash(), blob);
                }
            }

            @Override
            public Optional<byte[]> get(Hash hash) {
                synchronized (MemoryJournal.this) {
                    requireOpen();
                    return Optional.ofNullable(blobs.get(hash)).map(Blob::bytes);
                }
            }
        };
    }

    @Override
    public synchronized Rows rows(String tenant, String projection) {
        return table(tenant, projection);
    }

    @Override
    public synchronized void rebuildProjections() {
        requireOpen();
        // The tables are emptied in place: whoever asked for rows() keeps seeing them.
        rows.values().forEach(table -> table.byKey().forEach(row -> table.remove(row.key())));
        for (int i = 0; i < records.size(); i++) project(records.get(i), i + 1L);
    }

    @Override
    public synchronized JournalCheck check() {
        return new JournalCheck(streams.size(), records.size(), blobs.size(), records.size(), List.of());
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) throw new JournalUnavailable("the journal is closed", null);
    }
}
