package dev.orrery.journal.jdbc;

import dev.orrery.journal.JournalDamaged;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The number of the last commit, in a file beside the database. It is written after each commit and before the commit is
 * acknowledged, so it may lag behind the database but never lead: when it does, commits were lost.
 *
 * <p>The file is one disk sector of sixteen slots, and commit {@code n} goes to slot {@code n % 16}; the highest valid
 * slot counts. So a torn write leaves the numbers before it, and processes that commit in turn do not overwrite each
 * other's number with an older one. Writing costs a microsecond because it is not forced: it survives the death of the
 * process at once, and a loss of power when {@link #force} was called since. After a loss of power it may therefore lag
 * by what was committed since then, which is allowed.
 */
final class JournalHead implements AutoCloseable {
    static final int SLOTS = 16;
    static final int SLOT_BYTES = 32;

    /** "ORRHEAD" and the version of this format. */
    private static final long MAGIC = 0x4F52_5248_4541_4401L;

    private final FileChannel channel;
    private final long journal;
    private final ByteBuffer slot = ByteBuffer.allocateDirect(SLOT_BYTES);
    private boolean dirty;

    private JournalHead(FileChannel channel, long journal) {
        this.channel = channel;
        this.journal = journal;
    }

    /** What a head says: which journal it belongs to, and the number of its last commit. */
    record Mark(long journal, long commit) {}

    /**
     * Opens the head of {@code journal} for writing and makes it, with {@code commit}, when it is not there. The file
     * and its name are durable when this returns. Only who holds the database's write lock may call this.
     */
    static JournalHead open(Path file, long journal, long commit) throws IOException {
        Optional<Mark> mark = read(file);
        if (mark.isEmpty()) return make(file, journal, commit);
        requireSame(file, journal, mark.get());
        return new JournalHead(open(file), journal);
    }

    /** Refuses a head that was written for another journal. */
    static void requireSame(Path file, long journal, Mark mark) {
        if (mark.journal() == journal) return;
        throw new JournalDamaged(
                file.toString(),
                "it belongs to another journal than journal.db. Restore both from the same backup, or delete it to"
                        + " accept journal.db as it is");
    }

    /** Makes the head anew, whatever was there; see {@link #open}. */
    static JournalHead make(Path file, long journal, long commit) throws IOException {
        FileChannel channel = open(file);
        var head = new JournalHead(channel, journal);
        // One write of one sector: a crash leaves nothing, zeros, or all of it.
        var sector = ByteBuffer.allocate(SLOTS * SLOT_BYTES);
        sector.put(slotOf(commit) * SLOT_BYTES, head.fill(commit), 0, SLOT_BYTES);
        channel.write(sector, 0);
        channel.force(true);
        forceFolder(file.resolveSibling("."));
        return head;
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Without this the name of a new file may be lost with the power. Systems that cannot do it need not. */
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows does not open folders.
        }
    }

    /**
     * Reads what was written last; empty when the file is not there or nothing was ever written to it.
     *
     * @throws JournalDamaged when something was written and none of it can be read
     */
    static Optional<Mark> read(Path file) throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        byte[] bytes = Files.readAllBytes(file);
        Mark highest = null;
        boolean blank = true;
        for (byte b : bytes) blank &= b == 0;
        for (int at = 0; at + SLOT_BYTES <= bytes.length; at += SLOT_BYTES) {
            var slot = ByteBuffer.wrap(bytes, at, SLOT_BYTES).slice();
            if (slot.getLong(0) != MAGIC || slot.getInt(24) != crc(slot)) continue;
            var mark = new Mark(slot.getLong(8), slot.getLong(16));
            if (highest == null || mark.commit() > highest.commit()) highest = mark;
        }
        if (highest != null || blank) return Optional.ofNullable(highest);
        throw new JournalDamaged(
                file.toString(),
                "no number in it can be read. Restore it from a backup, or delete it to accept journal.db as it is");
    }

    /** Writes {@code commit}. Not thread-safe. */
    void write(long commit) throws IOException {
        channel.write(fill(commit), (long) slotOf(commit) * SLOT_BYTES);
        dirty = true;
    }

    private static int slotOf(long commit) {
        return (int) (commit % SLOTS);
    }

    private ByteBuffer fill(long commit) {
        slot.clear();
        slot.putLong(MAGIC).putLong(journal).putLong(commit);
        slot.putInt(crc(slot)).putInt(0);
        return slot.flip();
    }

    /** Tells whether something was written since the last {@link #force}. */
    boolean dirty() {
        return dirty;
    }

    /** Brings what was written to the disk. */
    void force() throws IOException {
        if (!dirty) return;
        channel.force(false);
        dirty = false;
    }

    private static int crc(ByteBuffer slot) {
        var crc = new CRC32C();
        crc.update(slot.duplicate().clear().limit(24));
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            force();
        }
    }
}
