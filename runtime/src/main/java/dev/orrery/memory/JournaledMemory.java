package dev.orrery.memory;

import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import dev.orrery.journal.StreamId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Memory whose record of truth is one stream of the journal, so that its fence keeps decisions in order over all
 * processes. Entries and episodes are read from projections, and the index is made from those. Thread-safe.
 */
public final class JournaledMemory implements Memory {
    /** The most entries, and the most episodes, that are looked at. */
    public static final int ENTRIES_MAX = 100_000;

    private static final StreamId STREAM = new StreamId(StreamId.LOCAL, StreamId.Kind.MEMORY, "entries");

    /** Others decide in milliseconds; who is overtaken so often meets something that is broken. */
    private static final int TRIES_MAX = 50;

    private static final int READ_AT_ONCE = 1_000;

    private final Journal journal;
    private final Governance governance;
    private final EntryFinder finder;
    private final InstantSource clock;

    /**
     * Keeps memory in {@code journal}, which must keep the {@link #projections()} and stays the caller's to close.
     *
     * @param finder is closed with this memory
     */
    public JournaledMemory(Journal journal, Governance governance, EntryFinder finder, InstantSource clock) {
        this.journal = journal;
        this.governance = governance;
        this.finder = finder;
        this.clock = clock;
    }

    /** Returns what a journal has to keep for a memory. */
    public static List<Projection> projections() {
        return List.of(new EntryProjection(), new EpisodeProjection());
    }

    @Override
    public Outcome propose(Proposal proposal) {
        return decide(d -> d.propose(proposal, governance));
    }

    @Override
    public Outcome add(Proposal proposal) {
        return decide(d -> d.add(proposal));
    }

    @Override
    public Outcome accept(String id) {
        return decide(d -> d.accept(id));
    }

    @Override
    public Outcome reject(String id, String why) {
        return decide(d -> d.reject(id, why));
    }

    @Override
    public Outcome forget(String id, String why) {
        return decide(d -> d.forget(id, why));
    }

    @Override
    public Outcome flag(String id, String why) {
        return decide(d -> d.flag(id, why));
    }

    @Override
    public List<Entry> revoke(String source, String why) {
        List<EntryEvent> closed = commit(d -> d.revoke(source, why), Function.identity());
        return closed.stream().flatMap(e -> entry(e.id()).stream()).toList();
    }

    private Outcome decide(Function<EntryDecider, EntryDecider.Decision> request) {
        return commit(request, EntryDecider.Decision::events).outcome();
    }

    /** Decides on the newest entries and writes what was decided; when somebody else was faster, decides again. */
    private <T> T commit(Function<EntryDecider, T> request, Function<T, List<EntryEvent>> events) {
        for (int tries = 1; ; tries++) {
            long seq = journal.lastSeq(STREAM);
            Instant now = clock.instant();
            T decided = request.apply(new EntryDecider(entries(), now));
            List<EntryEvent> happened = events.apply(decided);
            if (happened.isEmpty()) return decided;
            try {
                journal.append(
                        STREAM, seq, happened.stream().map(e -> e.stored(now)).toList());
                return decided;
            } catch (JournalConflict e) {
                if (tries == TRIES_MAX) throw e;
            }
        }
    }

    private Map<String, Entry> entries() {
        var entries = new LinkedHashMap<String, Entry>();
        for (Row row : journal.rows(StreamId.LOCAL, EntryProjection.NAME).all(ENTRIES_MAX)) {
            entries.put(row.key(), Entry.of(row.body()));
        }
        return entries;
    }

    private Stream<Entry> episodes() {
        return journal.rows(StreamId.LOCAL, EpisodeProjection.NAME).group(EpisodeProjection.ENDED, ENTRIES_MAX).stream()
                .flatMap(row -> EpisodeProjection.entry(row).stream());
    }

    @Override
    public Optional<Entry> entry(String id) {
        if (id.isEmpty()) return Optional.empty();
        List<Entry> found = Stream.concat(
                        journal.rows(StreamId.LOCAL, EntryProjection.NAME).keysFrom(id, 2).stream()
                                .map(row -> Entry.of(row.body())),
                        journal.rows(StreamId.LOCAL, EpisodeProjection.NAME).keysFrom(id, 2).stream()
                                .flatMap(row -> EpisodeProjection.entry(row).stream()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public List<Entry> list(List<Status> statuses) {
        Stream<Entry> entries = entries().values().stream();
        Stream<Entry> all = statuses.contains(Status.LIVE) ? Stream.concat(entries, episodes()) : entries;
        return all.filter(e -> statuses.contains(e.status()))
                .sorted(Comparator.comparing(Entry::recordedAt).thenComparing(Entry::id))
                .toList();
    }

    @Override
    public List<Entry> review() {
        return entries().values().stream().filter(Entry::isForReview).toList();
    }

    @Override
    public List<Change> history(String id) {
        var changes = new ArrayList<Change>();
        List<Recorded> some;
        long after = 0;
        do {
            some = journal.read(STREAM, after, READ_AT_ONCE);
            for (Recorded r : some) {
                after = r.seq();
                EntryEvent.of(r.event())
                        .filter(e -> e.id().equals(id))
                        .ifPresent(e ->
                                changes.add(new Change(r.event().at(), r.event().type(), e)));
            }
        } while (some.size() == READ_AT_ONCE);
        return List.copyOf(changes);
    }

    @Override
    public MemoryHits search(MemoryQuery query) {
        return finder.find(query, list(List.of(Status.LIVE)));
    }

    @Override
    public void close() {
        finder.close();
    }
}
