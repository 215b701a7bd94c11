package dev.orrery.journal.jdbc;

import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.Mentions;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamHead;
import dev.orrery.message.Hash;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes streams and the contents that nothing else names, within the transaction of the writer. For one thread. */
final class Pruning {
    /** How many records are read at a time. */
    private static final int PAGE = 500;

    private final Statements db;
    private final RecordReader reader;
    private final Mentions mentions;
    private final Set<Hash> named = new HashSet<>();

    Pruning(Statements db, RecordReader reader, Mentions mentions) {
        this.db = db;
        this.reader = reader;
        this.mentions = mentions;
    }

    /** Says which of {@code streams} moved on since it was looked at. */
    Optional<JournalConflict> conflict(List<StreamHead> streams) throws SQLException {
        for (StreamHead head : streams) {
            long last = reader.lastSeq(head.stream());
            if (last != head.lastSeq()) {
                return Optional.of(new JournalConflict(head.stream(), head.lastSeq(), last));
            }
        }
        return Optional.empty();
    }

    /** Removes {@code streams}; returns the numbers of the commits that went, in order. */
    List<Long> remove(List<StreamHead> streams) throws SQLException {
        var commits = new ArrayList<Long>();
        for (StreamHead head : streams) {
            for (Recorded event : reader.read(head.stream(), 0, Integer.MAX_VALUE)) {
                named.addAll(mentions.of(event, this::content));
            }
            long row = row(head);
            PreparedStatement numbers = db.of("SELECT number FROM records WHERE stream = ?");
            numbers.setLong(1, row);
            try (ResultSet rows = numbers.executeQuery()) {
                while (rows.next()) commits.add(rows.getLong(1));
            }
            delete("DELETE FROM records WHERE stream = ?", row);
            delete("DELETE FROM streams WHERE id = ?", row);
        }
        Collections.sort(commits);
        return commits;
    }

    private long row(StreamHead head) throws SQLException {
        PreparedStatement select = db.of("SELECT id FROM streams WHERE tenant = ? AND kind = ? AND name = ?");
        select.setString(1, head.stream().tenant());
        select.setString(2, head.stream().kind().wire());
        select.setString(3, head.stream().id());
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private void delete(String sql, long row) throws SQLException {
        PreparedStatement delete = db.of(sql);
        delete.setLong(1, row);
        delete.executeUpdate();
    }

    /** Removes the contents that the removed streams named and that nothing names any more; returns how many went. */
    long sweep() throws SQLException {
        long commit = 0;
        while (!named.isEmpty()) {
            List<Recorded> events = reader.tail(commit, PAGE);
            if (events.isEmpty()) break;
            for (Recorded event : events) named.removeAll(mentions.of(event, this::content));
            commit = events.getLast().commit();
        }
        PreparedStatement delete = db.of("DELETE FROM blobs WHERE hash = ?");
        for (Hash hash : named) {
            delete.setBytes(1, HexFormat.of().parseHex(hash.hex()));
            delete.executeUpdate();
        }
        return named.size();
    }

    private Optional<byte[]> content(Hash hash) {
        try {
            PreparedStatement select = db.of("SELECT bytes FROM blobs WHERE hash = ?");
            select.setBytes(1, HexFormat.of().parseHex(hash.hex()));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
