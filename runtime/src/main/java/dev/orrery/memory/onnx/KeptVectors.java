package dev.orrery.memory.onnx;

import dev.orrery.memory.Embedder;
import dev.orrery.memory.Vectors;
import dev.orrery.message.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * Vectors of passages that were embedded before, kept in one file of the home under the hash of each text. Records have a
 * fixed length and a check sum: a torn or damaged one is passed over and embedded again. Several processes may add to the
 * file. Thread-safe.
 *
 * <p>A vector is kept with 8 bits a number, which changes a cosine by less than 0.01; it is rounded before its first use
 * too, so that a text compares the same on the day it is embedded and later.
 */
public final class KeptVectors implements Vectors {
    private static final int HEAD = Long.BYTES + Float.BYTES;

    private final Embedder embedder;
    private final Path file;
    private final int recordBytes;
    private final Map<Long, Packed> known = new ConcurrentHashMap<>();

    private KeptVectors(Embedder embedder, Path file) {
        this.embedder = embedder;
        this.file = file;
        this.recordBytes = HEAD + embedder.dimensions() + Integer.BYTES;
    }

    /**
     * Opens the vectors that are kept in {@code home}.
     *
     * @param embedder embeds what is new, and is closed with this
     */
    public static KeptVectors open(Path home, Embedder embedder) {
        var kept = new KeptVectors(embedder, home.resolve("vectors").resolve(embedder.model()));
        kept.load();
        return kept;
    }

    private void load() {
        byte[] all;
        try {
            all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            // What cannot be read is embedded again.
            return;
        }
        for (int at = 0; at + recordBytes <= all.length; at += recordBytes) {
            var record = ByteBuffer.wrap(all, at, recordBytes);
            long key = record.getLong();
            float step = record.getFloat();
            var steps = new byte[embedder.dimensions()];
            record.get(steps);
            if (record.getInt() == sum(all, at)) known.put(key, new Packed(step, steps));
        }
    }

    private int sum(byte[] bytes, int from) {
        var sum = new CRC32C();
        sum.update(bytes, from, recordBytes - Integer.BYTES);
        return (int) sum.getValue();
    }

    private static long key(String text) {
        return Long.parseUnsignedLong(Hash.of(text).hex().substring(0, 16), 16);
    }

    @Override
    public Optional<float[]> known(String text) {
        return Optional.ofNullable(known.get(key(text))).map(Packed::vector);
    }

    @Override
    public float[] passage(String text) {
        long key = key(text);
        Packed packed = known.get(key);
        if (packed == null) {
            packed = Packed.of(embedder.passage(text));
            known.put(key, packed);
            append(key, packed);
        }
        return packed.vector();
    }

    @Override
    public float[] query(String text) {
        return embedder.query(text);
    }

    private synchronized void append(long key, Packed packed) {
        var record = ByteBuffer.allocate(recordBytes);
        record.putLong(key).putFloat(packed.step()).put(packed.steps());
        record.putInt(sum(record.array(), 0)).flip();
        try {
            Files.createDirectories(file.getParent());
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                // The end of a record that was torn is written over.
                channel.position(channel.size() / recordBytes * recordBytes);
                while (record.hasRemaining()) channel.write(record);
                assert lock.isValid();
            }
        } catch (IOException e) {
            // A vector that cannot be kept is embedded again the next time.
        }
    }

    @Override
    public void close() {
        embedder.close();
    }
}
