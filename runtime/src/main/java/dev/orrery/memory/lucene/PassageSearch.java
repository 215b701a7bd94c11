package dev.orrery.memory.lucene;

import dev.orrery.memory.Embedder;
import dev.orrery.memory.KnowledgeFile;
import dev.orrery.memory.KnowledgeHits;
import dev.orrery.memory.KnowledgeHits.Hit;
import dev.orrery.memory.KnowledgeQuery;
import dev.orrery.memory.Passage;
import dev.orrery.memory.Prefixes;
import dev.orrery.memory.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Searches the passages of several shelves as if they were one. Thread-safe. */
final class PassageSearch {
    /** What a passage says counts twice what stands above it. */
    private static final float TEXT_WEIGHT = 2;

    private static final float HEADING_WEIGHT = 1;

    /** Words of a query beyond this many do not count. */
    private static final int WORDS_MAX = 64;

    /** Passages that are not yet embedded are embedded for a search, up to this many: about a second's work. */
    private static final int EMBEDDED_AT_ONCE = 64;

    private record Found(KnowledgeFile file, Passage passage) {}

    private final IndexSearcher searcher;
    private final List<Found> passages;
    private final Optional<Vectors> vectors;

    /**
     * @param prefixes what each shelf's paths begin with, the empty text or the folder's name with a slash
     * @param files all files under their whole paths
     */
    PassageSearch(
            List<Shelf> shelves, List<String> prefixes, Map<String, KnowledgeFile> files, Optional<Vectors> vectors) {
        this.vectors = vectors;
        var found = new ArrayList<Found>();
        var readers = new ArrayList<IndexReader>();
        for (int i = 0; i < shelves.size(); i++) {
            readers.add(shelves.get(i).index().reader());
            for (KnowledgeFile own : shelves.get(i).files()) {
                KnowledgeFile file = files.getOrDefault(prefixes.get(i) + own.path(), own);
                own.passages().stream().filter(PassageIndex::isFindable).forEach(p -> found.add(new Found(file, p)));
            }
        }
        passages = List.copyOf(found);
        searcher = searcher(readers);
    }

    private static IndexSearcher searcher(List<IndexReader> readers) {
        try {
            var searcher = new IndexSearcher(new MultiReader(readers.toArray(IndexReader[]::new), false));
            searcher.setSimilarity(PassageIndex.SIMILARITY);
            // Answers are journaled; a cache would only hide what a first search costs.
            searcher.setQueryCache(null);
            return searcher;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the index", e);
        }
    }

    /** Returns the texts of all passages that can be found. */
    List<String> texts() {
        return passages.stream().map(found -> found.passage().text()).toList();
    }

    KnowledgeHits search(KnowledgeQuery query) {
        List<Query> words = words(query.text());
        if (words.isEmpty()) return new KnowledgeHits(List.of(), Map.of(), false);
        Map<String, Integer> matches = matches(words, query.under());
        Optional<List<Hit>> meant = query.semantic() ? meant(query, words) : Optional.empty();
        List<Hit> hits = meant.orElseGet(() -> matching(words, Occur.SHOULD, query.under())
                .limit(query.limit())
                .toList());
        return new KnowledgeHits(hits, matches, meant.isPresent());
    }

    /**
     * Finds by words and meaning together. Empty when there is no model, or too many passages are not embedded yet:
     * to rank some by meaning and others not would give another answer each time.
     */
    private Optional<List<Hit>> meant(KnowledgeQuery query, List<Query> words) {
        if (vectors.isEmpty()) return Optional.empty();
        List<Integer> docs = IntStream.range(0, passages.size())
                .filter(doc -> query.under().holds(passages.get(doc).file().path()))
                .boxed()
                .toList();
        long unknown = docs.stream()
                .filter(doc -> vectors.get().known(text(doc)).isEmpty())
                .limit(EMBEDDED_AT_ONCE + 1L)
                .count();
        if (unknown > EMBEDDED_AT_ONCE) return Optional.empty();
        float[] asked = vectors.get().query(query.text());
        var byWords = new double[passages.size()];
        for (ScoreDoc found : scored(words, Occur.SHOULD)) byWords[found.doc] = found.score;
        double[] scores = Fusion.zScores(
                docs.stream().mapToDouble(doc -> byWords[doc]).toArray(),
                docs.stream()
                        .mapToDouble(doc -> Embedder.cosine(asked, vectors.get().passage(text(doc))))
                        .toArray());
        return Optional.of(IntStream.range(0, scores.length)
                .mapToObj(i -> new ScoreDoc(docs.get(i), (float) scores[i]))
                .sorted(Comparator.comparingDouble((ScoreDoc d) -> -d.score).thenComparingInt(d -> d.doc))
                .limit(query.limit())
                .map(this::hit)
                .toList());
    }

    private String text(int doc) {
        return passages.get(doc).passage().text();
    }

    private Map<String, Integer> matches(List<Query> words, Prefixes under) {
        var matches = new TreeMap<String, Integer>();
        matching(words, Occur.MUST, under)
                .forEach(hit -> matches.merge(hit.file().topFolder(), 1, Integer::sum));
        return matches;
    }

    /** Returns all that match, the best first; of equally good ones, the first in the knowledge. */
    private Stream<Hit> matching(List<Query> words, Occur occur, Prefixes under) {
        return Stream.of(scored(words, occur))
                .map(this::hit)
                .filter(hit -> under.holds(hit.file().path()));
    }

    private ScoreDoc[] scored(List<Query> words, Occur occur) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word, occur));
        try {
            return searcher.search(query.build(), Math.max(1, passages.size())).scoreDocs;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the index of the knowledge", e);
        }
    }

    private Hit hit(ScoreDoc found) {
        Found passage = passages.get(found.doc);
        return new Hit(passage.file(), passage.passage(), found.score);
    }

    private List<Query> words(String text) {
        return Words.asked(text).stream().limit(WORDS_MAX).flatMap(this::word).toList();
    }

    /** A compound that stands nowhere as it is written is looked for by its parts. */
    private Stream<Query> word(Words.Asked word) {
        boolean known = word.parts().isEmpty() || occurs(word.whole());
        return known ? Stream.of(term(word.whole())) : word.parts().stream().map(PassageSearch::term);
    }

    private boolean occurs(String word) {
        try {
            IndexReader reader = searcher.getIndexReader();
            return reader.docFreq(new Term(PassageIndex.TEXT, word)) > 0
                    || reader.docFreq(new Term(PassageIndex.HEADING, word)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the index of the knowledge", e);
        }
    }

    private static Query term(String word) {
        return new CombinedFieldQuery.Builder(word)
                .addField(PassageIndex.TEXT, TEXT_WEIGHT)
                .addField(PassageIndex.HEADING, HEADING_WEIGHT)
                .build();
    }
}
