package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.Pruned;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamHead;
import dev.orrery.journal.StreamId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads records and checks each: its checksum, its place in its stream, and the chain. For one thread at a time. */
final class RecordReader {
    private static final String STREAM =
            "SELECT id, last, number FROM streams WHERE tenant = ? AND kind = ? AND name = ?";
    private static final String COLUMNS = "number, first, events, crc, hash, text";
    private static final String BY_NUMBER = "SELECT " + COLUMNS + " FROM records WHERE number = ? AND stream = ?";
    /** Begins with the record that holds event ?2, by which the one after it is checked. */
    private static final String FROM = "SELECT " + COLUMNS + " FROM records WHERE stream = ?1 AND first >="
            + " (SELECT coalesce(max(first), 0) FROM records WHERE stream = ?1 AND first <= ?2) ORDER BY first";

    static final String TAIL = "SELECT r.number, first, events, crc, hash, text, tenant, kind, name"
            + " FROM records r LEFT JOIN streams s ON s.id = r.stream WHERE r.number > ? ORDER BY r.number LIMIT ?";

    private final Home home;
    private final Statements db;

    RecordReader(Home home, Statements db) {
        this.home = home;
        this.db = db;
    }

    private record StreamRow(long id, long last, long commit) {}

    /** Returns where {@code stream} ends; empty when there is no such stream. */
    Optional<StreamTips.Tip> tip(StreamId stream) throws SQLException {
        Optional<StreamRow> row = row(stream);
        if (row.isEmpty()) return Optional.empty();
        PreparedStatement select = db.of(BY_NUMBER);
        select.setLong(1, row.get().commit());
        select.setLong(2, row.get().id());
        try (ResultSet rows = select.executeQuery()) {
            if (rows.next()) {
                StoredRecord last = StoredRecord.read(rows, stream);
                if (last.lastSeq() == row.get().last()) {
                    return Optional.of(new StreamTips.Tip(row.get().id(), last.lastSeq(), last.hash()));
                }
            }
        }
        throw lost(stream, row.get().last());
    }

    private Optional<StreamRow> row(StreamId stream) throws SQLException {
        PreparedStatement select = db.of(STREAM);
        select.setString(1, stream.tenant());
        select.setString(2, stream.kind().wire());
        select.setString(3, stream.id());
        try (ResultSet rows = select.executeQuery()) {
            return rows.next()
                    ? Optional.of(new StreamRow(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                    : Optional.empty();
        }
    }

    private static JournalDamaged lost(StreamId stream, long lastSeq) {
        return new JournalDamaged(stream + " event " + lastSeq, "it is the last one and cannot be found");
    }

    long lastSeq(StreamId stream) throws SQLException {
        return row(stream).map(StreamRow::last).orElse(0L);
    }

    /** Reads the events of {@code stream} that follow {@code afterSeq}. */
    List<Recorded> read(StreamId stream, long afterSeq, int eventsMax) throws SQLException {
        Optional<StreamRow> row = row(stream);
        if (row.isEmpty() || afterSeq >= row.get().last()) return List.of();
        long last = row.get().last();
        var chain = new Chain(stream);
        var out = new ArrayList<Recorded>();
        PreparedStatement select = db.of(FROM);
        select.setLong(1, row.get().id());
        select.setLong(2, Math.max(afterSeq, 1));
        try (ResultSet rows = select.executeQuery()) {
            while (out.size() < eventsMax && rows.next()) {
                StoredRecord record = StoredRecord.read(rows, stream);
                chain.follow(record);
                for (Recorded event : record.events()) {
                    if (event.seq() > afterSeq && out.size() < eventsMax) out.add(event);
                }
            }
        }
        // More may have been appended since the stream's row was read, but never fewer.
        if (out.size() < eventsMax && chain.lastSeq() < last) throw lost(stream, last);
        return List.copyOf(out);
    }

    /** Reads the records that follow commit {@code afterCommit}. */
    List<Recorded> tail(long afterCommit, int recordsMax) throws SQLException {
        var out = new ArrayList<Recorded>();
        PreparedStatement select = db.of(TAIL);
        select.setLong(1, afterCommit);
        select.setInt(2, recordsMax);
        long expected = afterCommit + 1;
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (rows.getLong(1) != expected) requireRemoved(expected, rows.getLong(1) - 1);
                out.addAll(StoredRecord.read(rows, stream(rows)).events());
                expected = rows.getLong(1) + 1;
            }
        }
        return List.copyOf(out);
    }

    /** Commits that are not there were removed on purpose, or are lost. */
    private void requireRemoved(long first, long last) throws SQLException {
        OptionalLong lost = Pruned.missing(Pruned.commits(read(Pruned.STREAM, 0, Integer.MAX_VALUE)), first, last);
        if (lost.isPresent()) {
            throw new JournalDamaged(home.journalFile() + " commit " + lost.getAsLong(), "it cannot be found");
        }
    }

    /** Returns the stream of the present row of {@link #TAIL}. */
    StreamId stream(ResultSet rows) throws SQLException {
        try {
            String tenant = rows.getString("tenant");
            if (tenant == null) throw new IllegalArgumentException("its stream cannot be found");
            return new StreamId(tenant, StreamId.Kind.of(rows.getString("kind")), rows.getString("name"));
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            throw new JournalDamaged(
                    home.journalFile() + " commit " + rows.getLong(1), message == null ? "unreadable" : message, e);
        }
    }

    /** Reads where all streams of one kind stand. */
    List<StreamHead> streams(String tenant, StreamId.Kind kind) throws SQLException {
        var out = new ArrayList<StreamHead>();
        PreparedStatement select =
                db.of("SELECT name, last, number, updated FROM streams WHERE tenant = ? AND kind = ? ORDER BY id");
        select.setString(1, tenant);
        select.setString(2, kind.wire());
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                var stream = new StreamId(tenant, kind, rows.getString(1));
                Instant updated = Instant.parse(rows.getString(4));
                out.add(new StreamHead(stream, rows.getLong(2), rows.getLong(3), updated));
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new JournalDamaged(home.journalFile().toString(), "its table streams cannot be read", e);
        }
        return List.copyOf(out);
    }
}
