package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import dev.orrery.journal.JournalCheck;
import dev.orrery.journal.JournalCheck.Damage;
import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.JournalUnavailable;
import dev.orrery.journal.Mentions;
import dev.orrery.journal.RecordChain;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Walks everything that is stored: log, head, records, streams, rows, contents, and SQLite's own pages. */
final class Checker {
    private final Home home;
    private final SqliteOptions options;
    private final ProjectionSet projections;
    private final Mentions mentions;
    private final List<Damage> damages = new ArrayList<>();
    private long records;
    private long streams;
    private long blobs;
    private long lastCommit;

    Checker(Home home, SqliteOptions options, ProjectionSet projections, Mentions mentions) {
        this.home = home;
        this.options = options;
        this.projections = projections;
        this.mentions = mentions;
    }

    /** One part of the walk. */
    private interface Part {
        void check() throws SQLException, IOException;
    }

    JournalCheck check(Connections connections) {
        var mark = new ArrayList<JournalHead.Mark>();
        part(() -> JournalHead.read(home.headFile()).ifPresent(mark::add));
        if (!Files.exists(home.journalFile())) {
            // Looking must not make one.
            if (mark.isEmpty() && damages.isEmpty()) {
                throw new JournalUnavailable("there is no journal in " + home.folder(), null);
            }
            damaged(home.journalFile().toString(), "it is gone");
            return new JournalCheck(0, 0, 0, 0, damages);
        }
        part(() -> {
            Optional<String> damage = WalFile.damage(Opening.walFile(home));
            if (damage.isPresent()) lost("journal.db-wal", damage.get());
        });
        part(() -> {
            try (Statements db = connections.forReading()) {
                // One transaction, so that all parts see the same commits.
                db.connection().setAutoCommit(false);
                part(() -> checkHead(db, mark));
                part(() -> checkRecords(db));
                part(() -> checkBlobs(db));
                part(() -> checkPages(db));
            }
        });
        return new JournalCheck(
                streams,
                records,
                blobs,
                lastCommit,
                damages.stream().limit(JournalCheck.DAMAGES_MAX).toList());
    }

    /** A part that cannot go on is a damage by itself, and does not keep the others from being checked. */
    private void part(Part part) {
        try {
            part.check();
        } catch (JournalDamaged e) {
            damaged(e.place(), e.what());
        } catch (SQLException e) {
            if (!SqliteErrors.isDiskFault(home, e)) {
                throw SqliteErrors.translate(home, options, "it could not be checked", e);
            }
            damaged(home.journalFile().toString(), "SQLite reports: " + e.getMessage());
        } catch (IOException e) {
            throw new JournalUnavailable(home.folder() + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private void damaged(String place, String what) {
        damages.add(new Damage(place, what));
    }

    private void checkHead(Statements db, List<JournalHead.Mark> marks) throws SQLException {
        long journal = Schema.journal(home, db);
        long last = db.number(Schema.LAST_COMMIT);
        for (JournalHead.Mark mark : marks) {
            JournalHead.requireSame(home.headFile(), journal, mark);
            if (mark.commit() > last) {
                lost(home.journalFile().toString(), "commits " + (last + 1) + " to " + mark.commit() + " are missing");
            }
        }
    }

    private void lost(String place, String what) {
        try {
            String kept = Opening.keepLog(home) ? "; the log is kept as " + Opening.keptLog(home) : "";
            damages.add(new Damage(
                    place,
                    what,
                    "Restore the folder from a backup, or delete " + home.headFile() + " to go on without them"
                            + kept));
        } catch (IOException e) {
            throw new JournalUnavailable("the log of " + home.folder() + " cannot be kept (" + e.getMessage() + ")", e);
        }
    }

    private void checkRecords(Statements db) throws SQLException {
        var walk = new RecordWalk(home, db, projections, mentions, damages);
        try {
            walk.walk();
        } finally {
            records = walk.records();
            streams = walk.streams();
            lastCommit = walk.lastCommit();
        }
    }

    private void checkBlobs(Statements db) throws SQLException {
        try (ResultSet rows = db.of("SELECT hash, bytes FROM blobs").executeQuery()) {
            while (rows.next()) {
                byte[] hash = rows.getBytes(1);
                byte[] bytes = rows.getBytes(2);
                blobs++;
                if (bytes == null || !Arrays.equals(hash, RecordChain.sha256(bytes))) {
                    damaged("content " + java.util.HexFormat.of().formatHex(hash), "it has another hash now");
                }
            }
        }
    }

    private void checkPages(Statements db) throws SQLException {
        try (ResultSet rows = db.of("PRAGMA integrity_check").executeQuery()) {
            while (rows.next()) {
                if (!"ok".equals(rows.getString(1))) damaged(home.journalFile().toString(), rows.getString(1));
            }
        }
    }
}
