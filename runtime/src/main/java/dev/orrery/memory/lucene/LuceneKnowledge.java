package dev.orrery.memory.lucene;

import dev.orrery.memory.Knowledge;
import dev.orrery.memory.KnowledgeFile;
import dev.orrery.memory.KnowledgeHits;
import dev.orrery.memory.KnowledgeQuery;
import dev.orrery.memory.Vectors;
import dev.orrery.message.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Knowledge folders with an index over them. What was read of a folder is kept below {@code HOME/knowledge} under the
 * hash of the folder's absolute path, and read again only where files have changed. Thread-safe.
 */
public final class LuceneKnowledge implements Knowledge {
    private final Map<String, KnowledgeFile> files;
    private final List<Unread> unread;
    private final List<Shelf> shelves;
    private final PassageSearch search;
    private final Optional<VectorFill> fill;

    private LuceneKnowledge(
            Map<String, KnowledgeFile> files,
            List<Unread> unread,
            List<Shelf> shelves,
            PassageSearch search,
            Optional<VectorFill> fill) {
        this.files = files;
        this.unread = unread;
        this.shelves = shelves;
        this.search = search;
        this.fill = fill;
    }

    /** Opens {@code folders} to be searched by words alone; see {@link #open(List, Path, Optional)}. */
    public static LuceneKnowledge open(List<Path> folders, Path home) {
        return open(folders, home, Optional.empty());
    }

    /** Opens {@code folders} and tells nobody how far it has got; see {@link #open(List, Path, Optional, Progress)}. */
    public static LuceneKnowledge open(List<Path> folders, Path home, Optional<Vectors> vectors) {
        return open(folders, home, vectors, Progress.UNSEEN);
    }

    /**
     * Opens {@code folders}. With several, each path begins with the name of its folder; of two with the same name the
     * second is called {@code NAME-2}.
     *
     * @param home the home folder
     * @param vectors lets searches ask for meaning; those of all passages fill in behind, until this is closed. It stays
     *     the caller's to close, after this
     * @param progress is told how far the reading of each folder has got; nothing when it was read before
     * @throws UncheckedIOException when a folder cannot be listed
     */
    public static LuceneKnowledge open(List<Path> folders, Path home, Optional<Vectors> vectors, Progress progress) {
        var files = new TreeMap<String, KnowledgeFile>();
        var unread = new ArrayList<Unread>();
        var shelves = new ArrayList<Shelf>();
        var names = new ArrayList<String>();
        for (Path folder : folders) {
            Shelf shelf = shelf(folder, home, progress);
            String prefix = folders.size() == 1 ? "" : name(folder, names) + "/";
            shelves.add(shelf);
            names.add(prefix);
            for (KnowledgeFile file : shelf.files()) files.put(prefix + file.path(), moved(file, prefix));
            for (Unread u : shelf.unread()) unread.add(new Unread(prefix + u.path(), u.reason()));
        }
        var search = new PassageSearch(shelves, names, files, vectors);
        Optional<VectorFill> fill = vectors.map(v -> VectorFill.start(search.texts(), v));
        return new LuceneKnowledge(
                Collections.unmodifiableMap(files), List.copyOf(unread), List.copyOf(shelves), search, fill);
    }

    private static Shelf shelf(Path folder, Path home, Progress progress) {
        try {
            Path root = folder.toRealPath();
            String name = Hash.of(root.toString()).hex().substring(0, 16);
            return Shelf.open(root, home.resolve("knowledge").resolve(name), progress);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the knowledge folder " + folder, e);
        }
    }

    private static String name(Path folder, List<String> taken) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "root" : last.toString();
        var used = new HashSet<>(taken);
        String free = name;
        for (int n = 2; used.contains(free + "/"); n++) free = name + "-" + n;
        return free;
    }

    private static KnowledgeFile moved(KnowledgeFile file, String prefix) {
        return prefix.isEmpty()
                ? file
                : new KnowledgeFile(
                        prefix + file.path(), file.content(), file.title(), file.version(), file.passages());
    }

    @Override
    public List<KnowledgeFile> files() {
        return List.copyOf(files.values());
    }

    @Override
    public Optional<KnowledgeFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public List<Unread> unread() {
        return unread;
    }

    @Override
    public KnowledgeHits search(KnowledgeQuery query) {
        return search.search(query);
    }

    @Override
    public void close() {
        fill.ifPresent(VectorFill::close);
        shelves.forEach(shelf -> shelf.index().close());
    }
}
