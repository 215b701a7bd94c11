package dev.orrery.journal.jdbc;

import dev.orrery.journal.JournalDamaged;
import dev.orrery.journal.JournalUnavailable;
import dev.orrery.journal.Mentions;
import dev.orrery.journal.Recorded;
import dev.orrery.message.Hash;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Looks for the contents that events name. For one thread. */
final class NamedContents {
    private final Statements db;
    private final Mentions mentions;
    private final Set<Hash> there = new HashSet<>();

    NamedContents(Statements db, Mentions mentions) {
        this.db = db;
        this.mentions = mentions;
    }

    /**
     * Looks for what {@code event} names.
     *
     * @throws JournalDamaged when one of them is not there
     */
    void require(Recorded event) throws SQLException {
        for (Hash hash : mentions.of(event, this::find)) {
            if (there.contains(hash)) continue;
            if (!isThere(hash)) {
                throw new JournalDamaged(
                        event.stream() + " event " + event.seq(), "the content " + hash + " that it names is missing");
            }
            there.add(hash);
        }
    }

    private boolean isThere(Hash hash) throws SQLException {
        PreparedStatement select = db.of("SELECT 1 FROM blobs WHERE hash = ?");
        select.setBytes(1, HexFormat.of().parseHex(hash.hex()));
        try (ResultSet rows = select.executeQuery()) {
            return rows.next();
        }
    }

    /** What is there under another hash is reported by itself, and says nothing about what it should name. */
    private Optional<byte[]> find(Hash hash) {
        try {
            PreparedStatement select = db.of("SELECT bytes FROM blobs WHERE hash = ?");
            select.setBytes(1, HexFormat.of().parseHex(hash.hex()));
            try (ResultSet rows = select.executeQuery()) {
                byte[] bytes = rows.next() ? rows.getBytes(1) : null;
                return Optional.ofNullable(bytes).filter(b -> Hash.of(b).equals(hash));
            }
        } catch (SQLException e) {
            throw new JournalUnavailable("the content " + hash.brief() + " cannot be read", e);
        }
    }
}
