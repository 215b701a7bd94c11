package dev.orrery.memory.lucene;

import dev.orrery.memory.Knowledge;
import dev.orrery.memory.Knowledge.Unread;
import dev.orrery.memory.KnowledgeFile;
import dev.orrery.memory.document.Boilerplate;
import dev.orrery.memory.document.Folder;
import dev.orrery.message.Hash;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One knowledge folder: its files as they were read, and the index over their passages.
 *
 * @param files sorted by path, without boilerplate
 * @param unread what was not read, sorted by path
 * @param index over the passages of {@code files} that can be found, in their order
 */
record Shelf(List<KnowledgeFile> files, List<Unread> unread, PassageIndex index) {
    /** Raise this when reading, cutting or indexing gives something else for the same bytes. */
    private static final int VERSION = 2;

    private static final String PASSAGES = "passages";
    private static final String INDEX = "index";

    /**
     * Opens the folder {@code root}, using and renewing what is kept of it in {@code home}.
     *
     * @throws IOException when the folder cannot be listed
     */
    static Shelf open(Path root, Path home, Knowledge.Progress progress) throws IOException {
        Folder folder = Folder.walk(root);
        List<Source> sources = Source.load(folder.files());
        Hash key = Source.key(VERSION, sources);
        return Generation.find(home, key)
                .flatMap(g -> kept(g, folder))
                .orElseGet(() -> make(sources, folder, home, key, progress));
    }

    private static Optional<Shelf> kept(Generation generation, Folder folder) {
        try {
            var parsed = PassageCodec.read(generation.folder().resolve(PASSAGES));
            var index = PassageIndex.open(generation.folder().resolve(INDEX));
            return Optional.of(of(parsed, Boilerplate.remove(parsed.files()), folder, index));
        } catch (IOException | RuntimeException e) {
            // Its check sums hold, so another version of this program wrote it under the same key.
            generation.remove();
            return Optional.empty();
        }
    }

    private static Shelf make(List<Source> sources, Folder folder, Path home, Hash key, Knowledge.Progress progress) {
        Parsed parsed = Parsed.of(sources, earlier(home), progress);
        List<KnowledgeFile> files = Boilerplate.remove(parsed.files());
        PassageIndex index = PassageIndex.of(files);
        try {
            Generation.write(home, key, made -> {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made.resolve(PASSAGES)))) {
                    PassageCodec.write(parsed, out);
                }
                index.copyTo(Files.createDirectory(made.resolve(INDEX)));
            });
        } catch (IOException | UncheckedIOException e) {
            // A full disk makes the next start slow; this one has everything in memory.
        }
        return of(parsed, files, folder, index);
    }

    /** Returns the files of the newest generation: most of a folder is as it was the last time. */
    private static List<KnowledgeFile> earlier(Path home) {
        for (Generation generation : Generation.all(home)) {
            try {
                return PassageCodec.read(generation.folder().resolve(PASSAGES)).files();
            } catch (IOException | RuntimeException e) {
                // Written by another version, or removed meanwhile: an older one may do.
            }
        }
        return List.of();
    }

    private static Shelf of(Parsed parsed, List<KnowledgeFile> files, Folder folder, PassageIndex index) {
        var unread = new ArrayList<Unread>();
        Stream.of(folder.unread(), parsed.unread()).forEach(unread::addAll);
        unread.sort(Comparator.comparing(Unread::path));
        return new Shelf(files, List.copyOf(unread), index);
    }
}
