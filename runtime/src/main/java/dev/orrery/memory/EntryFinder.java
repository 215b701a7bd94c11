package dev.orrery.memory;

import java.util.List;

/** Finds entries by their words, and by meaning where it can. Thread-safe. */
public interface EntryFinder extends AutoCloseable {
    /**
     * Finds those of {@code entries} that the query allows and that are near enough to it.
     *
     * @param entries all that could be found; an index over them may be kept until they change
     */
    MemoryHits find(MemoryQuery query, List<Entry> entries);

    @Override
    void close();
}
