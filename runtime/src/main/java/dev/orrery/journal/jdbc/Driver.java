package dev.orrery.journal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/** Where connections come from. Tests stand between the journal and SQLite here, and nowhere else. */
interface Driver {
    /** SQLite itself. */
    Driver SQLITE = url -> JDBC.createConnection(url, new Properties());

    /** Opens a connection to {@code url}. */
    Connection connect(String url) throws SQLException;
}
