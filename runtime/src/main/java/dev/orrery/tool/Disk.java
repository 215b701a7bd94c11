package dev.orrery.tool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where files are written to: the real one, or one that fails in tests as real ones do. */
interface Disk {
    /** The machine's own. */
    Disk REAL = new Disk() {};

    /** Writes a new file, in place of a leftover of the same name, and forces it to disk. */
    default void write(Path file, byte[] bytes) throws IOException {
        // Deleted first, so that a symbolic link that was put there is not followed.
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) channel.write(left);
            channel.force(true);
        }
    }

    /** Forces a folder's names to disk where the system can: some refuse to open a folder. */
    default void settle(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The file is in its place; only a power cut within the next seconds could still lose its name.
        }
    }
}
