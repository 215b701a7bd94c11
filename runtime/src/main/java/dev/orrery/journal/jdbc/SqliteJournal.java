package dev.orrery.journal.jdbc;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Blobs;
import dev.orrery.journal.Home;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalCheck;
import dev.orrery.journal.JournalUnavailable;
import dev.orrery.journal.Mentions;
import dev.orrery.journal.Projection;
import dev.orrery.journal.RecordChain;
import dev.orrery.journal.RecordText;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Rows;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamHead;
import dev.orrery.journal.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The journal of a home, in {@code journal.db}. Opening it takes milliseconds; the writer starts with the first write. */
public final class SqliteJournal implements Journal {
    private final Home home;
    private final SqliteOptions options;
    private final ProjectionSet projections;
    private final Connections connections;
    private final Readers readers;
    private final AtomicLong strangers = new AtomicLong();
    private @Nullable GroupCommit writer;
    private boolean closed;

    private SqliteJournal(Home home, SqliteOptions options, ProjectionSet projections, Connections connections) {
        this.home = home;
        this.options = options;
        this.projections = projections;
        this.connections = connections;
        this.readers = new Readers(home, options, connections);
    }

    /**
     * Opens the journal of {@code home} and creates it when there is none.
     *
     * @param projections all that the program keeps; whoever appends keeps the rows of these in step
     * @throws dev.orrery.journal.JournalDamaged when commits are missing; the message says which and what to do
     * @throws dev.orrery.journal.JournalNewer when a newer Orrery wrote it
     * @throws dev.orrery.journal.JournalException when it cannot be opened for another reason
     */
    public static SqliteJournal open(Home home, List<Projection> projections) {
        return open(home, projections, SqliteOptions.DEFAULT);
    }

    /** Opens the journal of {@code home} with other bounds than the usual ones; see {@link #open(Home, List)}. */
    public static SqliteJournal open(Home home, List<Projection> projections, SqliteOptions options) {
        return open(home, projections, options, Driver.SQLITE);
    }

    static SqliteJournal open(Home home, List<Projection> projections, SqliteOptions options, Driver driver) {
        var set = new ProjectionSet(projections);
        var connections = new Connections(home, options, driver);
        boolean behind = new Opening(home, options, connections).prepare(set);
        var journal = new SqliteJournal(home, options, set, connections);
        if (behind) journal.rebuildProjections();
        return journal;
    }

    /**
     * Walks everything in {@code home} without opening it for use first, so that a journal that does not open can be
     * looked at too.
     *
     * @param mentions says which contents events name: they are looked for
     */
    public static JournalCheck check(Home home, List<Projection> projections, Mentions mentions) {
        var options = SqliteOptions.DEFAULT;
        return new Checker(home, options, new ProjectionSet(projections), mentions)
                .check(new Connections(home, options, Driver.SQLITE_READ_ONLY));
    }

    @Override
    public long append(StreamId stream, long expectedSeq, List<StoredEvent> events, List<Blob> blobs) {
        List<StoredEvent> copy = List.copyOf(events);
        byte[] text = RecordText.encode(copy);
        return writer().write(new Write.Append(
                stream,
                expectedSeq,
                copy,
                text,
                RecordChain.sha256(text),
                List.copyOf(blobs),
                new CompletableFuture<>()));
    }

    private synchronized GroupCommit writer() {
        if (closed) throw new JournalUnavailable("nothing can be written: the journal is closed", null);
        GroupCommit started = writer;
        if (started == null) {
            started = new GroupCommit(home, options, () -> BatchWriter.open(home, connections, projections, strangers));
            writer = started;
        }
        return started;
    }

    @Override
    public List<Recorded> read(StreamId stream, long afterSeq, int eventsMax) {
        return readers.read(stream.toString(), db -> new RecordReader(home, db).read(stream, afterSeq, eventsMax));
    }

    @Override
    public long lastSeq(StreamId stream) {
        return readers.read(stream.toString(), db -> new RecordReader(home, db).lastSeq(stream));
    }

    @Override
    public List<StreamHead> streams(String tenant, StreamId.Kind kind) {
        return readers.read("the list of streams", db -> new RecordReader(home, db).streams(tenant, kind));
    }

    @Override
    public long lastCommit() {
        return readers.read("the last commit", db -> db.number(Schema.LAST_COMMIT));
    }

    @Override
    public long strangers() {
        return writer().write(new Write.Look(new CompletableFuture<>()));
    }

    @Override
    public List<Recorded> tail(long afterCommit, int recordsMax) {
        return readers.read("what is new", db -> new RecordReader(home, db).tail(afterCommit, recordsMax));
    }

    @Override
    public Blobs blobs() {
        return new SqliteBlobs(readers, write -> writer().write(write));
    }

    @Override
    public Rows rows(String tenant, String projection) {
        return new SqlRows(readers, projection, tenant);
    }

    @Override
    public void rebuildProjections() {
        writer().write(new Write.Rebuild(new CompletableFuture<>()));
    }

    /**
     * Removes {@code streams} for good, with the contents that only they name, and says so in the home's stream. Lists are
     * made anew without them. All of it is one commit; appends wait until it is done, which takes time in the size of the
     * journal.
     *
     * @param mentions says which contents events name
     * @return how many contents went
     * @throws dev.orrery.journal.JournalConflict when one of the streams has moved on; nothing was removed
     */
    public long prune(List<StreamHead> streams, Mentions mentions, Instant at) {
        if (streams.isEmpty()) return 0;
        return writer().write(new Write.Prune(List.copyOf(streams), mentions, at, new CompletableFuture<>()));
    }

    @Override
    public JournalCheck check() {
        return new Checker(home, options, projections, Mentions.NONE).check(connections);
    }

    @Override
    public void close() {
        GroupCommit started;
        synchronized (this) {
            closed = true;
            started = writer;
        }
        // The writer closes last, so that it is the one to bring the log into the database.
        readers.close();
        if (started != null) started.close();
    }
}
