package dev.orrery.journal.jdbc;

import dev.orrery.journal.RecordChain;
import dev.orrery.journal.StreamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The checksum of a record, which covers everything that is stored of it. {@link RecordChain} is the other half. */
final class Seal {
    private Seal() {}

    /** Returns the checksum of a record. */
    static int crc(StreamId stream, long commit, long firstSeq, int events, byte[] hash, byte[] text) {
        var crc = new CRC32C();
        crc.update(stream.toString().getBytes(StandardCharsets.UTF_8));
        crc.update(ByteBuffer.allocate(20)
                .putLong(commit)
                .putLong(firstSeq)
                .putInt(events)
                .flip());
        crc.update(hash);
        crc.update(text);
        return (int) crc.getValue();
    }
}
