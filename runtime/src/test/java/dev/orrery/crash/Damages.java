package dev.orrery.crash;

import dev.orrery.journal.Home;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.journal.jdbc.ThroughDriver;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sqlite.JDBC;

/**
 * Copies of a home of {@link WritingProcess}, each damaged in a way that only one of the journal's checks can find, and by
 * which ways of reading it is to be found.
 */
final class Damages {
    private static final StreamId STREAM = WritingProcess.stream("w");

    /** A damage, and how it is done to a database. */
    private record Damage(Set<String> ways, Doing doing) {}

    private interface Doing {
        void to(Connection database) throws SQLException;
    }

    private static final Map<String, Damage> ALL = new TreeMap<>(Map.of(
            // The chain does not see it where reading begins in the middle.
            "text", new Damage(Set.of("check", "tail", "read"), db -> run(db, """
                    UPDATE records SET text = CAST(replace(CAST(text AS TEXT), 'many', 'few!') AS BLOB) WHERE number = 6""")),
            "place", new Damage(Set.of("check", "read"), Damages::anotherPlace),
            "end", new Damage(Set.of("check", "open"), Damages::withoutEnd)));

    private final Path home;
    private final Path folder;

    Damages(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** Has {@code jvm} read all damaged copies; returns what it did not notice. */
    List<String> silent(ChildJvm jvm) throws IOException, InterruptedException {
        var arguments = new ArrayList<String>();
        var silent = new ArrayList<String>();
        for (var damage : ALL.entrySet()) {
            Path copy = folder.resolve(damage.getKey());
            copy(home, copy);
            try (Connection db = JDBC.createConnection("jdbc:sqlite:" + copy.resolve("journal.db"), new Properties())) {
                damage.getValue().doing().to(db);
            } catch (SQLException e) {
                throw new IOException(e);
            }
            arguments.add(copy.toString());
        }
        arguments.add(hiddenByTheLog().toString());
        var said = new HashSet<String>();
        Process process = jvm.start(ReadingProcess.class, arguments).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .forEach(line ->
                            said.add(String.join(" ", List.of(line.split(" ")).subList(0, 3))));
        }
        if (process.waitFor() != 0) throw new IOException("the process that reads failed");
        ALL.forEach((name, damage) -> {
            for (String way : damage.ways()) {
                if (!said.contains(name + " " + way + " noticed")) silent.add(name + " is not noticed by " + way);
            }
        });
        for (String way : List.of("check", "open")) {
            if (!said.contains("log " + way + " noticed")) silent.add("log is not noticed by " + way);
        }
        return silent;
    }

    /** The text of one record in the place of another, with a checksum that fits: only the chain tells. */
    private static void anotherPlace(Connection db) throws SQLException {
        byte[] text;
        byte[] hash;
        try (Statement statement = db.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT a.text, b.hash FROM records a, records b" + " WHERE a.number = 3 AND b.number = 6")) {
            row.next();
            text = row.getBytes(1);
            hash = row.getBytes(2);
        }
        try (PreparedStatement update = db.prepareStatement("UPDATE records SET text = ?, crc = ? WHERE number = 6")) {
            update.setBytes(1, text);
            update.setInt(2, ThroughDriver.crc(STREAM, 6, 11, 2, hash, text));
            update.executeUpdate();
        }
    }

    /** The last record gone without a trace in the database: only the head tells. */
    private static void withoutEnd(Connection db) throws SQLException {
        run(db, "DELETE FROM records WHERE number = (SELECT max(number) FROM records)");
        run(db, """
                UPDATE streams SET (last, number) =
                  (SELECT first + events - 1, number FROM records ORDER BY number DESC LIMIT 1)""");
        run(db, "UPDATE streams SET updated = '1970-01-01T00:00:38Z'");
    }

    private static void run(Connection db, String sql) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** A home whose log has a wrong frame in its middle, and which has no head: only the log tells. */
    private Path hiddenByTheLog() throws IOException {
        Path damaged = folder.resolve("log");
        Path open = folder.resolve("log-open");
        try (var journal = SqliteJournal.open(Home.open(open), SmallRun.LISTS)) {
            WritingProcess.writeQuietly(journal, STREAM);
            copy(open, damaged);
        }
        Files.delete(damaged.resolve("journal.head"));
        Path log = damaged.resolve("journal.db-wal");
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 1;
        Files.write(log, bytes);
        return damaged;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith("-shm")) Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
