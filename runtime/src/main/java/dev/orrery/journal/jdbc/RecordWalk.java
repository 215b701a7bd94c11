package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import dev.orrery.journal.JournalCheck;
import dev.orrery.journal.JournalCheck.Damage;
import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.Mentions;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Pruned;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import dev.orrery.journal.RowMap;
import dev.orrery.journal.StreamHead;
import dev.orrery.journal.StreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks all records in the order of commits, and compares what follows from them with what is stored of it. */
final class RecordWalk {
    private record RowsKey(String tenant, String projection) {}

    private final Home home;
    private final Statements db;
    private final ProjectionSet projections;
    private final NamedContents named;
    private final List<Damage> damages;
    private final Map<StreamId, Chain> chains = new HashMap<>();
    private final Map<StreamId, StreamHead> heads = new HashMap<>();
    private final Map<RowsKey, RowMap> rows = new HashMap<>();
    private final List<Pruned.Commits> gaps = new ArrayList<>();
    private final List<Pruned.Commits> pruned = new ArrayList<>();
    private long records;
    private long lastCommit;

    RecordWalk(Home home, Statements db, ProjectionSet projections, Mentions mentions, List<Damage> damages) {
        this.home = home;
        this.db = db;
        this.projections = projections;
        this.named = new NamedContents(db, mentions);
        this.damages = damages;
    }

    /** Walks; what is damaged is added to the list that was given. */
    void walk() throws SQLException {
        int before = damages.size();
        var reader = new RecordReader(home, db);
        var select = db.of(RecordReader.TAIL);
        select.setLong(1, 0);
        select.setInt(2, -1);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) visit(reader, row);
        }
        checkGaps();
        checkStreams();
        // What follows from records that are damaged says nothing, nor do rows that opening makes anew.
        if (damages.size() == before && !projections.areBehind(db)) checkRows();
    }

    private void visit(RecordReader reader, ResultSet row) throws SQLException {
        records++;
        long commit = row.getLong(1);
        if (commit != lastCommit + 1) gaps.add(new Pruned.Commits(lastCommit + 1, commit - 1));
        lastCommit = commit;
        try {
            StreamId stream = reader.stream(row);
            StoredRecord record = StoredRecord.read(row, stream);
            follow(stream, record);
            List<Recorded> events = record.events();
            Recorded last = events.getLast();
            heads.put(
                    stream,
                    new StreamHead(stream, last.seq(), commit, last.event().at()));
            apply(events);
            if (stream.equals(Pruned.STREAM)) pruned.addAll(Pruned.commits(events));
            for (Recorded event : events) look(event);
        } catch (JournalDamaged e) {
            damaged(e.place(), e.what());
        }
    }

    /** Commits that are not there and that nobody says to have removed. */
    private void checkGaps() {
        for (Pruned.Commits gap : gaps) {
            Pruned.missing(pruned, gap.first(), gap.last())
                    .ifPresent(commit -> damaged("commit " + commit, "it cannot be found"));
        }
    }

    private void look(Recorded event) throws SQLException {
        try {
            named.require(event);
        } catch (JournalDamaged e) {
            damaged(e.place(), e.what());
        }
    }

    private void follow(StreamId stream, StoredRecord record) {
        try {
            chains.computeIfAbsent(stream, Chain::new).follow(record);
        } catch (JournalDamaged e) {
            // Begin anew at this record, so that one damage is not reported for every record after it.
            var chain = new Chain(stream);
            chain.resume(record);
            chains.put(stream, chain);
            throw e;
        }
    }

    private void apply(List<Recorded> events) {
        for (Recorded event : events) {
            for (Projection projection : projections.wanting(event.event().type())) {
                var key = new RowsKey(event.stream().tenant(), projection.name());
                projection.apply(event, rows.computeIfAbsent(key, _ -> new RowMap()));
            }
        }
    }

    private void checkStreams() throws SQLException {
        var left = new HashMap<>(heads);
        try (ResultSet row = db.of("SELECT tenant, kind, name, last, number, updated FROM streams")
                .executeQuery()) {
            while (row.next()) {
                StreamHead head = left.remove(stream(row));
                if (head == null
                        || head.lastSeq() != row.getLong(4)
                        || head.commit() != row.getLong(5)
                        || !head.updated().toString().equals(row.getString(6))) {
                    damaged(
                            row.getString(1) + "/" + row.getString(2) + "/" + row.getString(3),
                            "the table of streams does not agree with its records");
                }
            }
        }
        for (StreamId stream : left.keySet()) damaged(stream.toString(), "the table of streams does not have it");
    }

    private @Nullable StreamId stream(ResultSet row) throws SQLException {
        try {
            return new StreamId(row.getString(1), StreamId.Kind.of(row.getString(2)), row.getString(3));
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            return null;
        }
    }

    private void checkRows() throws SQLException {
        for (Projection projection : projections.all()) {
            var left = new HashMap<RowsKey, HashMap<String, Row>>();
            rows.forEach((key, table) -> {
                if (!key.projection().equals(projection.name())) return;
                for (Row row : table.byKey())
                    left.computeIfAbsent(key, _ -> new HashMap<>()).put(row.key(), row);
            });
            for (SqlRows.Stored stored : SqlRows.all(db, projection.name())) {
                var table = left.getOrDefault(new RowsKey(stored.tenant(), projection.name()), new HashMap<>());
                if (!stored.row().equals(table.remove(stored.row().key())))
                    disagrees(projection, stored.row().key());
            }
            left.values().forEach(table -> table.keySet().forEach(key -> disagrees(projection, key)));
        }
    }

    private void disagrees(Projection projection, String key) {
        if (damages.size() >= JournalCheck.DAMAGES_MAX) return;
        damages.add(new Damage(
                "row " + key + " of " + projection.name(),
                "it does not agree with the events",
                "The events are whole and lists may be wrong. " + Damage.RESTORE));
    }

    private void damaged(String place, String what) {
        if (damages.size() < JournalCheck.DAMAGES_MAX) damages.add(new Damage(place, what));
    }

    long records() {
        return records;
    }

    long streams() {
        return chains.size();
    }

    long lastCommit() {
        return lastCommit;
    }
}
