package dev.orrery.journal.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks into SQLite's write-ahead log (sqlite.org/fileformat2.html#walformat) for what SQLite drops without a word:
 * committed transactions behind a frame whose checksum is wrong.
 *
 * <p>Not everything behind a wrong frame is damage. A process that dies while it writes leaves frames of a transaction
 * that was never acknowledged; others may overwrite their beginning. Such remains hold at most one commit that follows
 * unbroken from frame to frame. Two or more say that acknowledged transactions were behind the wrong frame. When it is in
 * one of the last two transactions, this cannot be told from remains, and {@link JournalHead} is what tells.
 */
final class WalFile {
    private static final int HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int MAGIC = 0x377f0682;

    private final ByteBuffer bytes;
    private final ByteOrder checksumOrder;
    private final int pageBytes;

    private WalFile(ByteBuffer bytes) {
        this.bytes = bytes;
        this.checksumOrder = (bytes.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        this.pageBytes = bytes.getInt(8);
    }

    /** Says what is damaged in the log at {@code file}; empty when nothing is, or there is no log. */
    static Optional<String> damage(Path file) throws IOException {
        Optional<String> found = look(file);
        // Another process may have begun the log anew while it was read. It writes the header first, so that a second
        // look sees another log.
        return found.isPresent() && look(file).equals(found) ? found : Optional.empty();
    }

    private static Optional<String> look(Path file) throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        if (bytes.capacity() < HEADER_BYTES || (bytes.getInt(0) & ~1) != MAGIC) return Optional.empty();
        var wal = new WalFile(bytes);
        return wal.pageBytes < 512 || wal.pageBytes > 65_536 ? Optional.empty() : wal.look();
    }

    private Optional<String> look() {
        long sum = checksum(0, 0, HEADER_BYTES - 8);
        if (sum != bytes.getLong(HEADER_BYTES - 8)) return Optional.empty();
        int wrong = -1;
        int commitsUnbroken = 0;
        int frames = (bytes.capacity() - HEADER_BYTES) / frameBytes();
        for (int frame = 0; frame < frames; frame++) {
            int at = HEADER_BYTES + frame * frameBytes();
            boolean follows = isOfThisLog(at) && checksumOfFrame(sum, at) == bytes.getLong(at + 16);
            if (!follows) {
                if (wrong < 0) wrong = frame;
                commitsUnbroken = 0;
            } else if (wrong >= 0 && isCommit(at) && ++commitsUnbroken == 2) {
                return Optional.of("the checksum of frame " + (wrong + 1) + " is wrong, so that SQLite drops it and all"
                        + " that was committed after it");
            }
            sum = bytes.getLong(at + 16);
        }
        return Optional.empty();
    }

    private int frameBytes() {
        return FRAME_HEADER_BYTES + pageBytes;
    }

    /** Frames of an earlier log that this one has not overwritten yet bear other salts. */
    private boolean isOfThisLog(int at) {
        return bytes.getLong(at + 8) == bytes.getLong(16);
    }

    private boolean isCommit(int at) {
        return bytes.getInt(at + 4) != 0;
    }

    private long checksumOfFrame(long before, int at) {
        return checksum(checksum(before, at, 8), at + FRAME_HEADER_BYTES, pageBytes);
    }

    /** SQLite's own checksum: two 32-bit sums, the first one in the upper half here. */
    private long checksum(long before, int from, int length) {
        int first = (int) (before >>> 32);
        int second = (int) before;
        bytes.order(checksumOrder);
        for (int at = from; at < from + length; at += 8) {
            first += bytes.getInt(at) + second;
            second += bytes.getInt(at + 4) + first;
        }
        bytes.order(ByteOrder.BIG_ENDIAN);
        return (long) first << 32 | Integer.toUnsignedLong(second);
    }
}
