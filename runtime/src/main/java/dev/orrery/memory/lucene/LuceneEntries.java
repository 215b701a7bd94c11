package dev.orrery.memory.lucene;

import dev.orrery.memory.Embedder;
import dev.orrery.memory.Entry;
import dev.orrery.memory.EntryFinder;
import dev.orrery.memory.MemoryHits;
import dev.orrery.memory.MemoryHits.Hit;
import dev.orrery.memory.MemoryQuery;
import dev.orrery.memory.Vectors;
import dev.orrery.memory.onnx.EmbeddingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by BM25 and, where there is a model, by meaning too. The index is a projection in memory, made anew when
 * memory has changed: entries are hundreds, and a fresh index scores the same on every machine. Thread-safe.
 */
public final class LuceneEntries implements EntryFinder {
    /** Words of a query beyond this many do not count. */
    private static final int WORDS_MAX = 64;

    /** Entries that are not yet embedded are embedded for a search, up to this many. */
    private static final int EMBEDDED_AT_ONCE = 128;

    /** Below this cosine, two texts have no more in common than any two (e5-small: unrelated texts lie at .68 to .76, answers at .79 to .86). */
    private static final double COSINE_MIN = 0.80;

    private final Optional<Vectors> vectors;
    private @Nullable EntryIndex index;

    /** @param vectors is closed with this */
    public LuceneEntries(Optional<Vectors> vectors) {
        this.vectors = vectors;
    }

    /** One entry with what speaks for it. */
    private record Candidate(Entry entry, double words, double share, int matched, double cosine) {
        /** One word in common is not enough when several were asked for. */
        boolean isNear(int asked) {
            return (matched >= Math.min(2, asked) && share >= SHARE_MIN) || cosine >= COSINE_MIN;
        }
    }

    /** The part of the query's weight that an entry must hold. */
    private static final double SHARE_MIN = 0.15;

    @Override
    public synchronized MemoryHits find(MemoryQuery query, List<Entry> entries) {
        EntryIndex current = index;
        if (current == null || !current.entries().equals(entries)) {
            if (current != null) current.close();
            current = EntryIndex.of(entries);
            index = current;
        }
        try {
            return find(query, current);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the index of memory", e);
        }
    }

    private MemoryHits find(MemoryQuery query, EntryIndex index) throws IOException {
        var searcher = new IndexSearcher(index.reader());
        searcher.setSimilarity(PassageIndex.SIMILARITY);
        searcher.setQueryCache(null);
        List<Entry> entries = index.entries();
        if (entries.isEmpty()) return new MemoryHits(List.of(), false);
        var allowed = EntryIndex.allowed(query);
        List<Integer> seen = docs(searcher.search(allowed, entries.size()).scoreDocs);
        var scores = new double[entries.size()];
        List<String> words = words(query.text());
        for (ScoreDoc found : searcher.search(matching(words, allowed), entries.size()).scoreDocs) {
            scores[found.doc] = found.score;
        }
        Optional<float[]> meaning = meaning(query.text(), seen, entries);
        var weigher = new Weights(searcher, words);
        List<Candidate> near = seen.stream()
                .map(doc -> candidate(entries.get(doc), scores[doc], weigher, meaning))
                .filter(c -> c.isNear(words.size()))
                .filter(c -> query.allows(c.entry))
                .toList();
        return new MemoryHits(ranked(near, meaning.isPresent(), query.limit()), meaning.isPresent());
    }

    private static List<Integer> docs(ScoreDoc[] found) {
        return IntStream.range(0, found.length)
                .mapToObj(i -> found[i].doc)
                .sorted()
                .toList();
    }

    private static List<String> words(String text) {
        return Words.asked(text).stream()
                .limit(WORDS_MAX)
                .map(Words.Asked::whole)
                .toList();
    }

    private static BooleanQuery matching(List<String> words, org.apache.lucene.search.Query allowed) {
        var query = new BooleanQuery.Builder().add(allowed, Occur.FILTER);
        var any = new BooleanQuery.Builder();
        for (String word : words) {
            any.add(
                    new CombinedFieldQuery.Builder(word)
                            .addField(EntryIndex.TEXT, 2)
                            .addField(EntryIndex.AROUND, 1)
                            .build(),
                    Occur.SHOULD);
        }
        return query.add(any.build(), Occur.MUST).build();
    }

    /** Returns the query's vector when every entry that may be found has one, or can have one at once. */
    private Optional<float[]> meaning(String text, List<Integer> seen, List<Entry> entries) {
        // Loading the model takes longer than all else here, so nothing is embedded when there is nothing to compare.
        if (vectors.isEmpty() || seen.isEmpty()) return Optional.empty();
        try {
            long unknown = seen.stream()
                    .filter(doc ->
                            vectors.get().known(entries.get(doc).what().text()).isEmpty())
                    .count();
            return unknown > EMBEDDED_AT_ONCE
                    ? Optional.empty()
                    : Optional.of(vectors.get().query(text));
        } catch (EmbeddingException e) {
            // On a machine that cannot run the model, words must do; the answer says that vectors took no part.
            return Optional.empty();
        }
    }

    private Candidate candidate(Entry entry, double score, Weights weights, Optional<float[]> meaning) {
        Set<String> held = Words.all(entry.what().text() + "\n" + EntryIndex.around(entry));
        double cosine = meaning.map(q -> Embedder.cosine(
                        q, vectors.orElseThrow().passage(entry.what().text())))
                .orElse(0.0);
        return new Candidate(entry, score, weights.share(held), weights.matched(held), cosine);
    }

    private static List<Hit> ranked(List<Candidate> near, boolean meaning, int limit) {
        double[] words = near.stream().mapToDouble(Candidate::words).toArray();
        double[] scores = meaning
                ? Fusion.zScores(
                        words, near.stream().mapToDouble(Candidate::cosine).toArray())
                : words;
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < scores.length; i++) hits.add(new Hit(near.get(i).entry(), scores[i]));
        hits.sort(Comparator.comparingDouble(Hit::score)
                .reversed()
                .thenComparing(h -> h.entry().id()));
        return hits.subList(0, Math.min(limit, hits.size()));
    }

    /** How much each word of a query tells: rare ones more. */
    private record Weights(IndexSearcher searcher, List<String> words) {
        int matched(Set<String> held) {
            return (int) words.stream().filter(held::contains).count();
        }

        double share(Set<String> held) {
            double all = 0;
            double found = 0;
            for (String word : words) {
                double weight = weight(word);
                all += weight;
                if (held.contains(word)) found += weight;
            }
            return all == 0 ? 0 : found / all;
        }

        /** A word that memory does not know at all says nothing about what is in it. */
        private double weight(String word) {
            try {
                var reader = searcher.getIndexReader();
                int in = Math.max(
                        reader.docFreq(new Term(EntryIndex.TEXT, word)),
                        reader.docFreq(new Term(EntryIndex.AROUND, word)));
                return in == 0 ? 0 : Math.log(1 + (reader.numDocs() - in + 0.5) / (in + 0.5));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the index of memory", e);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (index != null) index.close();
        index = null;
        vectors.ifPresent(Vectors::close);
    }
}
