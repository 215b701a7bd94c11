package dev.orrery.bench.speed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the disk takes to make one page durable: the floor under every durable step. */
final class Disk {
    static final String WORK = "fdatasync-millis";

    private static final int SYNCS = 400;
    private static final int PAGE = 4_096;
    private static final int PAGES = 256;

    private Disk() {}

    /** Overwrites pages of a file that is there already, as a write-ahead log does, and forces each. */
    static Figure measure(Path folder) throws IOException {
        Path file = folder.resolve("disk.tmp");
        var millis = new double[SYNCS];
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(PAGE * PAGES), 0);
            channel.force(true);
            var page = ByteBuffer.allocateDirect(PAGE);
            for (int i = 0; i < SYNCS; i++) {
                channel.write(page.clear(), (long) (i % PAGES) * PAGE);
                long began = System.nanoTime();
                channel.force(false);
                millis[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Files.delete(file);
        return Figure.of(WORK, "ms", millis, "", "one page, overwritten");
    }
}
