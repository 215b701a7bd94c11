package dev.orrery.memory.lucene;

import dev.orrery.message.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * One state of a cached thing on disk: a folder of files that is written once, under the hash of what it was made from,
 * and never changed. It appears by one rename, so it is there wholly or not at all; a manifest with the check sum of each
 * file shows whether it is still what was written.
 *
 * @param folder where it lies
 */
record Generation(Path folder) {
    private static final String MANIFEST = "manifest";
    private static final String PREFIX = "gen-";
    private static final String UNFINISHED = "tmp-";

    /** Other generations that are kept, so that going back to an earlier state of a folder costs nothing. */
    private static final int OTHERS_MAX = 2;

    /** What writes the files of a generation. */
    interface Writer {
        void write(Path folder) throws IOException;
    }

    /** Finds the generation made from {@code key} in {@code home}; a damaged one is removed. */
    static Optional<Generation> find(Path home, Hash key) {
        Path folder = home.resolve(name(key));
        if (!Files.isDirectory(folder)) return Optional.empty();
        var generation = new Generation(folder);
        if (generation.isWhole()) return Optional.of(generation);
        generation.remove();
        return Optional.empty();
    }

    /** Returns all generations in {@code home}, the newest first. */
    static List<Generation> all(Path home) {
        if (!Files.isDirectory(home)) return List.of();
        try (Stream<Path> folders = Files.list(home)) {
            return folders.filter(f -> f.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.comparing(Generation::modified)
                            .reversed()
                            .thenComparing(Path::compareTo))
                    .map(Generation::new)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // A folder that another process is cleaning up changes while it is listed; there is then nothing to reuse.
            return List.of();
        }
    }

    /**
     * Writes a generation.
     *
     * @throws IOException when it cannot be written; nothing is left of it
     */
    static Generation write(Path home, Hash key, Writer writer) throws IOException {
        Path made = home.resolve(UNFINISHED + UUID.randomUUID());
        Path folder = home.resolve(name(key));
        try {
            Files.createDirectories(made);
            writer.write(made);
            Files.writeString(made.resolve(MANIFEST), manifest(made));
            move(made, folder);
        } catch (IOException e) {
            delete(made);
            throw e;
        }
        prune(home, folder);
        return new Generation(folder);
    }

    private static void move(Path made, Path folder) throws IOException {
        try {
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            // Another process was faster, with the same content: its copy is as good.
            if (!Files.isDirectory(folder)) throw e;
            delete(made);
        }
    }

    private static void prune(Path home, Path newest) throws IOException {
        all(home).stream()
                .filter(g -> !g.folder.equals(newest))
                .skip(OTHERS_MAX)
                .forEach(Generation::remove);
        try (Stream<Path> folders = Files.list(home)) {
            folders.filter(f -> f.getFileName().toString().startsWith(UNFINISHED))
                    .filter(f -> isAbandoned(f, newest))
                    .forEach(Generation::delete);
        }
    }

    /** What was begun an hour before another was finished is not being written any more. */
    private static boolean isAbandoned(Path unfinished, Path newest) {
        return modified(unfinished).toMillis() < modified(newest).toMillis() - 3_600_000;
    }

    private boolean isWhole() {
        try {
            return Files.readString(folder.resolve(MANIFEST)).equals(manifest(folder));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** Lists the files of {@code folder} with length and check sum. */
    private static String manifest(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var lines = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString();
                if (name.equals(MANIFEST)) continue;
                lines.append(name).append(' ').append(Files.size(file)).append(' ');
                lines.append(Long.toHexString(sum(file))).append('\n');
            }
            return lines.toString();
        }
    }

    private static long sum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var checked = new CheckedInputStream(in, new CRC32C())) {
            var buffer = new byte[1 << 16];
            while (checked.read(buffer) >= 0) {
                // Reading is what sums.
            }
            return checked.getChecksum().getValue();
        }
    }

    /** Removes it: first by a rename, so that nobody finds half of it. */
    void remove() {
        Path gone = folder.resolveSibling(UNFINISHED + UUID.randomUUID());
        try {
            Files.move(folder, gone, StandardCopyOption.ATOMIC_MOVE);
            delete(gone);
        } catch (IOException e) {
            // Another process removed it.
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException e) {
            // What is left has a name that nobody looks for, and goes with a later one.
        }
    }

    private static String name(Hash key) {
        return PREFIX + key.hex().substring(0, 24);
    }

    private static FileTime modified(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
