package dev.orrery.journal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Where connections come from. Tests stand between the journal and SQLite here, and nowhere else. */
interface Driver {
    /** SQLite itself. */
    Driver SQLITE = url -> JDBC.createConnection(url, new Properties());

    /** SQLite itself, for looking only: closing such a connection does not bring the log into the database. */
    Driver SQLITE_READ_ONLY = url -> {
        var settings = new SQLiteConfig();
        settings.setReadOnly(true);
        return JDBC.createConnection(url, settings.toProperties());
    };

    /** Opens a connection to {@code url}. */
    Connection connect(String url) throws SQLException;
}
