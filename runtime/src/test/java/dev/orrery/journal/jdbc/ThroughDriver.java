package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import dev.orrery.journal.Projection;
import dev.orrery.journal.StreamId;
import java.sql.Connection;
import java.util.List;
import java.util.function.UnaryOperator;

/** Opens journals whose connections to SQLite pass through something that a test brings. */
public final class ThroughDriver {
    private ThroughDriver() {}

    public static SqliteJournal open(Home home, List<Projection> projections, UnaryOperator<Connection> around) {
        return SqliteJournal.open(
                home, projections, SqliteOptions.DEFAULT, url -> around.apply(Driver.SQLITE.connect(url)));
    }

    /** Returns the checksum that a record has to bear. */
    public static int crc(StreamId stream, long commit, long firstSeq, int events, byte[] hash, byte[] text) {
        return Seal.crc(stream, commit, firstSeq, events, hash, text);
    }
}
