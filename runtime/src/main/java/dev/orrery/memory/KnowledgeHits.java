package dev.orrery.memory;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a search found.
 *
 * @param hits the best passages, best first; equally good ones in the order of their paths and lines
 * @param matches how many passages hold every word of the query in their text or headings, by top folder
 * @param vectors whether embeddings took part
 */
public record KnowledgeHits(List<Hit> hits, Map<String, Integer> matches, boolean vectors) {
    public KnowledgeHits {
        hits = List.copyOf(hits);
        matches = Collections.unmodifiableMap(new TreeMap<>(matches));
    }

    /**
     * One passage that was found.
     *
     * @param score higher is better; comparable within one search only
     */
    public record Hit(KnowledgeFile file, Passage passage, double score) {}
}
