package dev.orrery.memory;

import java.util.List;
import java.util.Optional;

/**
 * The documents that the user put at the disposal of runs: one or several folders, as they were when they were opened. A
 * file that changes later changes nothing here, so what was read keeps the lines that were cited. Thread-safe.
 */
public interface Knowledge extends AutoCloseable {
    /** Returns the files that were read, sorted by path. */
    List<KnowledgeFile> files();

    /** Returns the file called {@code path}. */
    Optional<KnowledgeFile> file(String path);

    /** Returns the files that were not read, each with its reason, sorted by path. */
    List<Unread> unread();

    /** Finds passages. The same content and query give the same answer, whatever was asked before. */
    KnowledgeHits search(KnowledgeQuery query);

    @Override
    void close();

    /** Is told how far the reading of a folder has got, from several threads at once. */
    @FunctionalInterface
    interface Progress {
        /** Tells nobody. */
        Progress UNSEEN = (files, of) -> {};

        /** So many {@code files} out of {@code of} are read. */
        void read(int files, int of);
    }

    /**
     * A file that was not read.
     *
     * @param reason why, in words for the user
     */
    record Unread(String path, String reason) {}
}
