package dev.orrery.journal.jdbc;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Blobs;
import dev.orrery.journal.JournalDamaged;
import dev.orrery.message.Hash;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Contents in a table of the journal's database. */
record SqliteBlobs(Readers readers, Consumer<Write> writer) implements Blobs {
    @Override
    public void put(List<Blob> contents) {
        if (contents.isEmpty()) return;
        writer.accept(new Write.Keep(List.copyOf(contents), new CompletableFuture<>()));
    }

    @Override
    public Optional<byte[]> get(Hash hash) {
        return readers.read("the content " + hash.brief(), db -> {
            PreparedStatement select = db.of("SELECT bytes FROM blobs WHERE hash = ?");
            select.setBytes(1, HexFormat.of().parseHex(hash.hex()));
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) return Optional.empty();
                byte[] stored = rows.getBytes(1);
                byte[] bytes = stored == null ? new byte[0] : stored;
                if (Hash.of(bytes).equals(hash)) return Optional.of(bytes);
                throw new JournalDamaged("content " + hash, "it has another hash now");
            }
        });
    }
}
