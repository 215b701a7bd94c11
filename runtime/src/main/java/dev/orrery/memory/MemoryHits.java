package dev.orrery.memory;

import java.util.List;

/**
 * What a search of memory found.
 *
 * @param hits the best first; none when nothing is near enough, which is better than something that is not
 * @param vectors whether embeddings took part
 */
public record MemoryHits(List<Hit> hits, boolean vectors) {
    public MemoryHits {
        hits = List.copyOf(hits);
    }

    /**
     * One entry that was found.
     *
     * @param score higher is better; comparable within one search only
     */
    public record Hit(Entry entry, double score) {}
}
