package dev.orrery.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A right that one process at a time has, kept by the operating system: it ends with {@link #close} or with the process,
 * however that ends. The file stays and names the process that had it last.
 */
public final class HomeLock implements AutoCloseable {
    /**
     * Files that this process has locked. The system's locks belong to the process: closing any other channel on a
     * locked file would silently give the lock up, so such a file must not be opened a second time.
     */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    /** Someone who only asks whether a lock is taken holds it for microseconds; these tries outlast that. */
    private static final int TRIES = 4;

    private static final long TRY_AGAIN_NANOS = 5_000_000;

    /** As long as any process's number, so that the next one covers it. */
    private static final int NAME_BYTES = 20;

    private final Path file;
    private final FileChannel channel;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock on {@code file}; empty when another process, or another part of this one, has it.
     *
     * @throws JournalUnavailable when the file cannot be opened
     */
    static Optional<HomeLock> tryTake(Path file) {
        for (int i = 0; i < TRIES; i++) {
            if (i > 0) LockSupport.parkNanos(TRY_AGAIN_NANOS);
            if (!TAKEN.add(file)) continue;
            Optional<FileChannel> locked = Optional.empty();
            try {
                locked = lock(file);
            } catch (IOException e) {
                throw new JournalUnavailable("cannot lock " + file + " (" + e.getMessage() + ")", e);
            } finally {
                if (locked.isEmpty()) TAKEN.remove(file);
            }
            if (locked.isPresent()) return Optional.of(new HomeLock(file, locked.get()));
        }
        return Optional.empty();
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } finally {
            if (!locked) channel.close();
        }
        if (locked) name(channel);
        return locked ? Optional.of(channel) : Optional.empty();
    }

    /** Leaves the process's number for people to find. The lock holds without it, so a full disk is no matter. */
    private static void name(FileChannel channel) {
        try {
            // Written over what stands there: a file that is cut and written anew is flushed with the next commit.
            String name = String.format(
                    "%-" + NAME_BYTES + "d", ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException _) {
            // Then the holder has no name.
        }
    }

    /** Tells whether any process, this one included, has the lock on {@code file} now. */
    static boolean isTaken(Path file) {
        if (!Files.exists(file)) return false;
        if (!TAKEN.add(file)) return true;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            throw new JournalUnavailable("cannot look at the lock " + file + " (" + e.getMessage() + ")", e);
        } finally {
            TAKEN.remove(file);
        }
    }

    /** Returns the number of the process that took the lock on {@code file} last, when it left one. */
    static OptionalLong lastHolder(Path file) {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).trim()));
        } catch (IOException | NumberFormatException unnamed) {
            return OptionalLong.empty();
        }
    }

    /** Gives the lock up. Doing so twice is harmless. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        try {
            channel.close();
        } catch (IOException e) {
            throw new JournalUnavailable("cannot give up the lock " + file + " (" + e.getMessage() + ")", e);
        } finally {
            TAKEN.remove(file);
        }
    }
}
