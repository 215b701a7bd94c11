package dev.orrery.crash;

import dev.orrery.journal.Home;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.journal.jdbc.ThroughDriver;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a process that is to be killed says on its standard output, a line each:
 *
 * <pre>
 * event STREAM SEQ COMMIT TYPE    it is durable
 * call RUN TOOL KEY               a tool is called: this line is its effect
 * at PHASE SITE                   somebody is held there for ever
 * over STREAM STATUS              nothing more is to be done, or a human has to speak
 * site TIMES SITE                 so often somebody came to this site; said at the end
 * </pre>
 */
final class Said {
    /** The property that says after how many pages SQLite brings the log into the database; it does so at 1,000 by itself. */
    static final String CHECKPOINT = "orrery.checkpoint";

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private Said() {}

    /** What a process does with its journal. */
    interface Work {
        void with(SqliteJournal journal) throws Exception;
    }

    /** Does {@code work} with the journal of {@code home}, and holds who comes to {@code place}. */
    static void working(Home home, Failpoints.Place place, Work work) throws Exception {
        var sites = new ConcurrentHashMap<String, Integer>();
        var failpoints = new Failpoints(place, held -> say("at " + held), site -> sites.merge(site, 1, Integer::sum));
        try (var journal = ThroughDriver.open(home, SmallRun.LISTS, c -> failpoints.around(early(c)))) {
            work.with(journal);
        }
        sites.forEach((site, times) -> say("site " + times + " " + site));
    }

    private static Connection early(Connection connection) {
        String pages = System.getProperty(CHECKPOINT);
        if (pages == null) return connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = " + Integer.parseInt(pages));
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void event(String stream, long seq, long commit, String type) {
        say("event " + stream + " " + seq + " " + commit + " " + type);
    }

    static void over(String stream, String status) {
        say("over " + stream + " " + status);
    }

    /** One write for one line, so that a kill leaves no half of one. */
    static void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
