package dev.orrery.memory;

import dev.orrery.message.Hash;
import java.util.List;
import java.util.Optional;

/**
 * A file of the knowledge as it was read.
 *
 * @param path its path relative to the knowledge folder, with {@code /}; with several folders it begins with the
 *     folder's name
 * @param content the hash of its bytes
 * @param title what it calls itself
 * @param version the version that it declares or its path shows
 * @param passages its passages in order, without what is repeated over many files
 */
public record KnowledgeFile(String path, Hash content, String title, Optional<String> version, List<Passage> passages) {
    public KnowledgeFile {
        passages = List.copyOf(passages);
    }

    /** Returns the first part of the path; empty for a file that lies in no folder. */
    public String topFolder() {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Returns a name of the passage that stays as long as neither the passage nor its position changes. */
    public String id(Passage passage) {
        return "p"
                + Hash.of(path + "\n" + passage.index() + "\n" + passage.text())
                        .hex()
                        .substring(0, 10);
    }
}
