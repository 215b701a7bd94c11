package dev.orrery.memory.document;

import dev.orrery.memory.Knowledge.Unread;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * What lies in a knowledge folder. Hidden files and folders are passed over, links are not followed, and files of formats
 * that are not read are only counted.
 *
 * @param files the documents, sorted by path
 * @param unread the documents that will not be read, with reasons
 * @param others how many files of other formats there are
 */
public record Folder(List<Entry> files, List<Unread> unread, int others) {
    /** The most documents that are read of one folder. */
    public static final int FILES_MAX = 10_000;

    /** The most folders within one another. */
    public static final int DEPTH_MAX = 32;

    /** The most bytes that are read of one folder. */
    public static final long BYTES_MAX = 1L << 30;

    /**
     * A document.
     *
     * @param path relative to the folder, with {@code /}
     */
    public record Entry(String path, Path file) {}

    public Folder {
        files = List.copyOf(files);
        unread = List.copyOf(unread);
    }

    /**
     * Walks the folder {@code root}.
     *
     * @throws IOException when it cannot be listed
     */
    public static Folder walk(Path root) throws IOException {
        var walk = new Walk(root);
        Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH_MAX, walk);
        walk.files.sort(Comparator.comparing(Entry::path));
        walk.unread.sort(Comparator.comparing(Unread::path));
        return new Folder(walk.files, walk.unread, walk.others);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Entry> files = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();
        private long bytes;
        private int others;

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean passed = !folder.equals(root) && (isHidden(folder) || folder.endsWith("node_modules"));
            return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(file)) return FileVisitResult.CONTINUE;
            String path = relative(file);
            Optional<Format> format = Format.of(path);
            if (attributes.isDirectory()) {
                unread.add(new Unread(path, "more than " + DEPTH_MAX + " folders deep"));
            } else if (format.isEmpty()) {
                others++;
            } else {
                why(format.get(), attributes)
                        .ifPresentOrElse(why -> unread.add(new Unread(path, why)), () -> add(path, file, attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        private Optional<String> why(Format format, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) return Optional.of("a link, and links are not followed");
            if (!attributes.isRegularFile()) return Optional.of("no regular file");
            long max = DocumentReader.bytesMax(format);
            if (attributes.size() > max) return Optional.of("larger than " + (max >> 20) + " MiB");
            if (files.size() >= FILES_MAX) return Optional.of("more than " + FILES_MAX + " documents in the folder");
            if (bytes + attributes.size() > BYTES_MAX) return Optional.of("more than 1 GiB in the folder");
            return Optional.empty();
        }

        private void add(String path, Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            files.add(new Entry(path, file));
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) throw e;
            unread.add(new Unread(relative(file), "cannot be opened"));
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path file) {
            return file.getFileName().toString().startsWith(".");
        }

        private String relative(Path file) {
            return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        }
    }
}
