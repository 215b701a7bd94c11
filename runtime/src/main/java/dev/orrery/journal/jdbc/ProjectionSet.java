package dev.orrery.journal.jdbc;

import dev.orrery.journal.JournalNewer;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The projections that are kept, found by the types of event that they want. Immutable. */
final class ProjectionSet {
    private static final int REBUILD_RECORDS = 500;

    private final List<Projection> projections;
    private final Map<String, List<Projection>> byType = new HashMap<>();

    ProjectionSet(List<Projection> projections) {
        this.projections = List.copyOf(projections);
        var names = new HashSet<String>();
        for (Projection projection : projections) {
            if (!names.add(projection.name())) {
                throw new IllegalArgumentException("two projections are called " + projection.name());
            }
            for (String type : projection.types()) {
                byType.merge(type, List.of(projection), ProjectionSet::joined);
            }
        }
    }

    private static List<Projection> joined(List<Projection> a, List<Projection> b) {
        return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
    }

    List<Projection> all() {
        return projections;
    }

    /** Returns those that want events of {@code type}. */
    List<Projection> wanting(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** Applies events to the rows, within the transaction of {@code db}. */
    void apply(Statements db, List<Recorded> events) {
        for (Recorded event : events) {
            for (Projection projection : wanting(event.event().type())) {
                projection.apply(
                        event,
                        new SqlEditableRows(
                                db, projection.name(), event.stream().tenant()));
            }
        }
    }

    /** Makes all rows anew, within the transaction of {@code db}. Rows of projections that are unknown here stay. */
    void rebuild(Statements db, RecordReader reader) throws SQLException {
        for (Projection projection : projections) {
            PreparedStatement delete = db.of("DELETE FROM rows WHERE projection = ?");
            delete.setString(1, projection.name());
            delete.executeUpdate();
            PreparedStatement put = db.of("INSERT OR REPLACE INTO projections (name, version) VALUES (?, ?)");
            put.setString(1, projection.name());
            put.setInt(2, projection.version());
            put.executeUpdate();
        }
        long commit = 0;
        while (true) {
            List<Recorded> events = reader.tail(commit, REBUILD_RECORDS);
            if (events.isEmpty()) return;
            apply(db, events);
            commit = events.getLast().commit();
        }
    }

    /** Marks rows that this program does not keep, so that whoever does has them made anew: they fall behind now. */
    void disownOthers(Statements db) throws SQLException {
        var kept = projections.stream().map(Projection::name).toList();
        for (String stored : stored(db).keySet()) {
            if (kept.contains(stored)) continue;
            PreparedStatement delete = db.of("DELETE FROM projections WHERE name = ?");
            delete.setString(1, stored);
            delete.executeUpdate();
        }
    }

    /**
     * Tells whether rows in the database are of an older version than here, or were never made.
     *
     * @throws JournalNewer when they are of a newer one
     */
    boolean areBehind(Statements db) throws SQLException {
        Map<String, Integer> stored = stored(db);
        boolean behind = false;
        for (Projection projection : projections) {
            int found = stored.getOrDefault(projection.name(), 0);
            if (found > projection.version()) {
                throw new JournalNewer("the projection " + projection.name(), found, projection.version());
            }
            behind |= found < projection.version();
        }
        return behind;
    }

    private static Map<String, Integer> stored(Statements db) throws SQLException {
        var stored = new HashMap<String, Integer>();
        try (ResultSet rows = db.of("SELECT name, version FROM projections").executeQuery()) {
            while (rows.next()) stored.put(rows.getString(1), rows.getInt(2));
        }
        return stored;
    }
}
