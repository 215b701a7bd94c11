package dev.orrery.journal.jdbc;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Home;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.Pruned;
import dev.orrery.journal.RecordChain;
import dev.orrery.journal.RecordText;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a batch as one transaction: all of it is durable, or none. What the fence refuses is left out and told, and does
 * not hinder the rest. For one thread.
 */
final class BatchWriter implements AutoCloseable {
    /** What became of one write: its commit number, or why it was refused. */
    sealed interface Outcome {
        record Written(long commit) implements Outcome {}

        record Refused(JournalException why) implements Outcome {}
    }

    private static final String INSERT_STREAM =
            "INSERT INTO streams (tenant, kind, name, last, number, updated, id) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_STREAM = "UPDATE streams SET last = ?, number = ?, updated = ? WHERE id = ?";
    private static final String INSERT_RECORD =
            "INSERT INTO records (number, stream, first, events, crc, hash, text) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_BLOB = "INSERT OR IGNORE INTO blobs (hash, bytes) VALUES (?, ?)";

    private final Statements db;
    private final JournalHead head;
    private final ProjectionSet projections;
    private final RecordReader reader;
    private final StreamTips tips = new StreamTips();
    private final KeptBlobs kept = new KeptBlobs();
    private final AtomicLong strangers;
    private long dataVersion;
    private long lastCommit;
    private long lastStream;

    private BatchWriter(Home home, Statements db, JournalHead head, ProjectionSet projections, AtomicLong strangers) {
        this.strangers = strangers;
        this.db = db;
        this.head = head;
        this.projections = projections;
        this.reader = new RecordReader(home, db);
    }

    /** Opens a writer on a connection of its own; {@code strangers} counts how often others were seen to have written. */
    static BatchWriter open(Home home, Connections connections, ProjectionSet projections, AtomicLong strangers)
            throws SQLException, IOException {
        Statements db = connections.forWriting();
        try {
            db.of(Schema.LOCK).executeUpdate();
            long journal = Schema.journal(home, db);
            JournalHead head = JournalHead.open(home.headFile(), journal, db.number(Schema.LAST_COMMIT));
            projections.disownOthers(db);
            db.connection().commit();
            return new BatchWriter(home, db, head, projections, strangers);
        } catch (SQLException | IOException | RuntimeException e) {
            db.close();
            throw e;
        }
    }

    /**
     * Writes {@code batch} and returns what became of each. After an exception nothing of it counts as written, and this
     * writer is to be closed.
     */
    List<Outcome> write(List<? extends Write> batch) throws SQLException, IOException {
        db.of(Schema.LOCK).executeUpdate();
        catchUp();
        long before = lastCommit;
        var outcomes = new ArrayList<Outcome>();
        for (Write write : batch) outcomes.add(write(write));
        db.connection().commit();
        tips.commit();
        kept.commit();
        if (lastCommit > before) head.write(lastCommit);
        return outcomes;
    }

    /** Learns what other processes wrote since the last batch. */
    private void catchUp() throws SQLException {
        long version = db.number("PRAGMA data_version");
        if (version == dataVersion) return;
        tips.forget();
        kept.forget();
        strangers.incrementAndGet();
        dataVersion = version;
        lastCommit = db.number(Schema.LAST_COMMIT);
        lastStream = db.number("SELECT max(id) FROM streams");
    }

    private Outcome write(Write write) throws SQLException {
        return switch (write) {
            case Write.Append append -> append(append);
            case Write.Keep keep -> {
                keep(keep.blobs());
                yield new Outcome.Written(0);
            }
            case Write.Look _ -> new Outcome.Written(strangers.get());
            case Write.End _ -> new Outcome.Written(0);
            case Write.Prune prune -> prune(prune);
            case Write.Rebuild _ -> {
                projections.rebuild(db, reader);
                yield new Outcome.Written(0);
            }
        };
    }

    /** The home's stream says what went, in a commit of its own, so that the last commit stays the last. */
    private Outcome prune(Write.Prune prune) throws SQLException {
        var pruning = new Pruning(db, reader, prune.mentions());
        Optional<JournalConflict> conflict = pruning.conflict(prune.streams());
        if (conflict.isPresent()) return new Outcome.Refused(conflict.get());
        List<StoredEvent> trace = List.of(Pruned.event(prune.streams(), pruning.remove(prune.streams()), prune.at()));
        tips.forget();
        byte[] text = RecordText.encode(trace);
        append(new Write.Append(
                Pruned.STREAM,
                reader.lastSeq(Pruned.STREAM),
                trace,
                text,
                RecordChain.sha256(text),
                List.of(),
                prune.done()));
        long contents = pruning.sweep();
        kept.forget();
        projections.rebuild(db, reader);
        return new Outcome.Written(contents);
    }

    private Outcome append(Write.Append append) throws SQLException {
        StreamId stream = append.stream();
        var known = tips.get(stream);
        var tip = known.isPresent() ? known : reader.tip(stream);
        long lastSeq = tip.map(StreamTips.Tip::lastSeq).orElse(0L);
        if (lastSeq != append.expectedSeq()) {
            return new Outcome.Refused(new JournalConflict(stream, append.expectedSeq(), lastSeq));
        }
        keep(append.blobs());
        long commit = ++lastCommit;
        long row = tip.isPresent() ? tip.get().row() : ++lastStream;
        byte[] previous = tip.isPresent() ? tip.get().hash() : RecordChain.origin(stream);
        byte[] hash = RecordChain.hash(previous, lastSeq + 1, append.textHash());
        long newLast = lastSeq + append.events().size();
        if (tip.isPresent()) updateStream(row, newLast, commit, append);
        else insertStream(row, newLast, commit, append);
        insertRecord(row, lastSeq + 1, commit, hash, append);
        tips.change(stream, new StreamTips.Tip(row, newLast, hash));
        projections.apply(db, recorded(append, commit));
        return new Outcome.Written(commit);
    }

    private static List<Recorded> recorded(Write.Append append, long commit) {
        var out = new ArrayList<Recorded>(append.events().size());
        long seq = append.expectedSeq();
        for (StoredEvent event : append.events()) out.add(new Recorded(append.stream(), ++seq, event, commit));
        return out;
    }

    private void insertStream(long row, long last, long commit, Write.Append append) throws SQLException {
        PreparedStatement insert = db.of(INSERT_STREAM);
        insert.setString(1, append.stream().tenant());
        insert.setString(2, append.stream().kind().wire());
        insert.setString(3, append.stream().id());
        insert.setLong(4, last);
        insert.setLong(5, commit);
        insert.setString(6, append.events().getLast().at().toString());
        insert.setLong(7, row);
        insert.executeUpdate();
    }

    private void updateStream(long row, long last, long commit, Write.Append append) throws SQLException {
        PreparedStatement update = db.of(UPDATE_STREAM);
        update.setLong(1, last);
        update.setLong(2, commit);
        update.setString(3, append.events().getLast().at().toString());
        update.setLong(4, row);
        update.executeUpdate();
    }

    private void insertRecord(long row, long firstSeq, long commit, byte[] hash, Write.Append append)
            throws SQLException {
        int events = append.events().size();
        PreparedStatement insert = db.of(INSERT_RECORD);
        insert.setLong(1, commit);
        insert.setLong(2, row);
        insert.setLong(3, firstSeq);
        insert.setInt(4, events);
        insert.setInt(5, Seal.crc(append.stream(), commit, firstSeq, events, hash, append.text()));
        insert.setBytes(6, hash);
        insert.setBytes(7, append.text());
        insert.executeUpdate();
    }

    private void keep(List<Blob> blobs) throws SQLException {
        if (blobs.isEmpty()) return;
        PreparedStatement insert = db.of(INSERT_BLOB);
        for (Blob blob : blobs) {
            if (!kept.add(blob.hash())) continue;
            insert.setBytes(1, HexFormat.of().parseHex(blob.hash().hex()));
            insert.setBytes(2, blob.bytes());
            insert.executeUpdate();
        }
    }

    /** Tells whether the head waits to be forced. */
    boolean headIsDirty() {
        return head.dirty();
    }

    /** Brings the head to the disk. */
    void forceHead() throws IOException {
        head.force();
    }

    @Override
    public void close() throws SQLException, IOException {
        try (head) {
            db.close();
        }
    }
}
