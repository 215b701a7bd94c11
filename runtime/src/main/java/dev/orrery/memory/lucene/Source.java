package dev.orrery.memory.lucene;

import dev.orrery.memory.document.Folder;
import dev.orrery.message.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a document. They are read before anything is known about them, since only their hash tells whether the
 * document is the one that was parsed before: time stamps lie.
 *
 * @param bytes empty when the file cannot be read
 */
record Source(String path, Optional<byte[]> bytes, Hash content) {
    private static final Hash UNREADABLE = Hash.of("unreadable");

    /** Reads {@code entries}, in their order. */
    static List<Source> load(List<Folder.Entry> entries) {
        return entries.parallelStream().map(Source::load).toList();
    }

    private static Source load(Folder.Entry entry) {
        try {
            byte[] bytes = Files.readAllBytes(entry.file());
            return new Source(entry.path(), Optional.of(bytes), Hash.of(bytes));
        } catch (IOException e) {
            return new Source(entry.path(), Optional.empty(), UNREADABLE);
        }
    }

    /** Names all that a generation depends on. */
    static Hash key(int version, List<Source> sources) {
        var all = new StringBuilder().append(version).append('\n');
        for (Source s : sources)
            all.append(s.path).append('\n').append(s.content.hex()).append('\n');
        return Hash.of(all.toString());
    }
}
