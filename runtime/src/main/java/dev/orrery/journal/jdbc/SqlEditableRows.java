package dev.orrery.journal.jdbc;

import dev.orrery.journal.EditableRows;
import dev.orrery.journal.Row;
import dev.orrery.message.JsonText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rows of one projection and tenant within a transaction. */
record SqlEditableRows(Statements db, String projection, String tenant) implements EditableRows {
    @Override
    public Optional<Row> get(String key) {
        try {
            return SqlRows.get(db, projection, tenant, key);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public List<Row> group(String group, int rowsMax) {
        try {
            return SqlRows.group(db, projection, tenant, group, rowsMax);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public void put(Row row) {
        try {
            PreparedStatement put = db.of("INSERT OR REPLACE INTO rows"
                    + " (projection, tenant, key, grouped, sorted, body) VALUES (?, ?, ?, ?, ?, ?)");
            put.setString(1, projection);
            put.setString(2, tenant);
            put.setString(3, row.key());
            put.setString(4, row.group());
            put.setLong(5, row.order());
            put.setString(6, JsonText.print(row.body()));
            put.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public void remove(String key) {
        try {
            PreparedStatement delete = db.of("DELETE FROM rows WHERE projection = ? AND tenant = ? AND key = ?");
            delete.setString(1, projection);
            delete.setString(2, tenant);
            delete.setString(3, key);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
