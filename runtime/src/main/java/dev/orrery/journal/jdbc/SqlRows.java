package dev.orrery.journal.jdbc;

import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.Row;
import dev.orrery.journal.Rows;
import dev.orrery.message.JsonText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of one projection and tenant, to be read. */
record SqlRows(Readers readers, String projection, String tenant) implements Rows {
    private static final String SELECT =
            "SELECT key, grouped, sorted, body FROM rows WHERE projection = ? AND tenant = ?";
    private static final String IN_ORDER = " ORDER BY sorted, key LIMIT ?";

    @Override
    public Optional<Row> get(String key) {
        return readers.read("a row of " + projection, db -> get(db, projection, tenant, key));
    }

    static Optional<Row> get(Statements db, String projection, String tenant, String key) throws SQLException {
        List<Row> found = select(db.of(SELECT + " AND key = ?"), projection, tenant, key);
        return found.stream().findFirst();
    }

    @Override
    public List<Row> all(int rowsMax) {
        return list(IN_ORDER, rowsMax);
    }

    @Override
    public List<Row> group(String group, int rowsMax) {
        return readers.read("rows of " + projection, db -> group(db, projection, tenant, group, rowsMax));
    }

    static List<Row> group(Statements db, String projection, String tenant, String group, int rowsMax)
            throws SQLException {
        return select(db.of(SELECT + " AND grouped = ?" + IN_ORDER), projection, tenant, group, rowsMax);
    }

    @Override
    public List<Row> keysFrom(String prefix, int rowsMax) {
        // Every key that begins with the prefix sorts before the prefix followed by the last character there is.
        return list(" AND key >= ? AND key < ?" + IN_ORDER, prefix, prefix + Character.toString(0x10FFFF), rowsMax);
    }

    @Override
    public List<Row> upTo(long orderMax, int rowsMax) {
        return list(" AND sorted <= ?" + IN_ORDER, orderMax, rowsMax);
    }

    /** A row with whose it is. */
    record Stored(String tenant, Row row) {}

    /** Reads all rows of a projection, those of every tenant. */
    static List<Stored> all(Statements db, String projection) throws SQLException {
        var out = new ArrayList<Stored>();
        PreparedStatement select = db.of("SELECT key, grouped, sorted, body, tenant FROM rows WHERE projection = ?");
        select.setString(1, projection);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) out.add(new Stored(rows.getString(5), row(rows)));
        }
        return out;
    }

    private List<Row> list(String condition, Object... values) {
        return readers.read("rows of " + projection, db -> {
            var all = new ArrayList<Object>(List.of(projection, tenant));
            all.addAll(List.of(values));
            return select(db.of(SELECT + condition), all.toArray());
        });
    }

    private static List<Row> select(PreparedStatement select, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) select.setObject(i + 1, values[i]);
        var out = new ArrayList<Row>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) out.add(row(rows));
        }
        return List.copyOf(out);
    }

    private static Row row(ResultSet row) throws SQLException {
        String key = row.getString(1);
        try {
            return new Row(key, row.getString(2), row.getLong(3), JsonText.parse(row.getString(4)));
        } catch (IllegalArgumentException e) {
            throw new JournalDamaged("row " + key, "it cannot be read. Have the projections made anew", e);
        }
    }
}
