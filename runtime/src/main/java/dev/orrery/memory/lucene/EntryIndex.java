package dev.orrery.memory.lucene;

import dev.orrery.memory.Entry;
import dev.orrery.memory.MemoryQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * An index over entries in memory: document numbers are positions in the list. Who may see what and when is part of the
 * index, so that what may not be seen takes nobody's place among the hits.
 */
record EntryIndex(List<Entry> entries, DirectoryReader reader) {
    static final String TEXT = "text";
    static final String AROUND = "around";
    private static final String NAMESPACE = "namespace";
    private static final String KIND = "kind";
    private static final String READER = "reader";
    private static final String AUTHOR = "author";
    private static final String FROM = "from";
    private static final String TO = "to";

    /** Stands for all readers. */
    private static final String EVERYONE = "*";

    static EntryIndex of(List<Entry> entries) {
        var directory = new ByteBuffersDirectory();
        var config = new IndexWriterConfig(new Words())
                .setSimilarity(PassageIndex.SIMILARITY)
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler());
        try (var writer = new IndexWriter(directory, config)) {
            for (Entry entry : entries) writer.addDocument(document(entry));
            writer.forceMerge(1);
            writer.commit();
            return new EntryIndex(List.copyOf(entries), DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot index in memory", e);
        }
    }

    private static Document document(Entry entry) {
        var document = new Document();
        document.add(new TextField(TEXT, entry.what().text(), Field.Store.NO));
        document.add(new TextField(AROUND, around(entry), Field.Store.NO));
        document.add(new StringField(NAMESPACE, entry.what().namespace(), Field.Store.NO));
        document.add(new StringField(KIND, entry.what().kind(), Field.Store.NO));
        document.add(new StringField(AUTHOR, entry.what().author(), Field.Store.NO));
        document.add(new LongPoint(FROM, entry.validFrom().toEpochMilli()));
        document.add(
                new LongPoint(TO, entry.validTo().map(t -> t.toEpochMilli()).orElse(Long.MAX_VALUE)));
        var readers = entry.what().label().readers();
        if (readers.isEmpty()) document.add(new StringField(READER, EVERYONE, Field.Store.NO));
        for (String reader : readers) document.add(new StringField(READER, reader, Field.Store.NO));
        return document;
    }

    /** What an entry is about beside its words. */
    static String around(Entry entry) {
        var data = entry.what().data();
        return String.join(
                "\n", data.text("subject"), data.text("topic"), entry.what().kind());
    }

    /** Returns what {@code query} may find, as far as the index can tell. */
    static Query allowed(MemoryQuery query) {
        var allowed = new BooleanQuery.Builder();
        allowed.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        allowed.add(any(query.scopes().stream().map(EntryIndex::scope).toList()), Occur.FILTER);
        if (!query.kinds().isEmpty()) {
            allowed.add(
                    any(query.kinds().stream().<Query>map(k -> term(KIND, k)).toList()), Occur.FILTER);
        }
        query.reader().ifPresent(r -> allowed.add(any(List.of(term(READER, r), term(READER, EVERYONE))), Occur.FILTER));
        query.withoutRun().ifPresent(run -> allowed.add(term(AUTHOR, "run:" + run), Occur.MUST_NOT));
        long at = query.at().toEpochMilli();
        allowed.add(LongPoint.newRangeQuery(FROM, Long.MIN_VALUE, at), Occur.FILTER);
        allowed.add(LongPoint.newRangeQuery(TO, at, Long.MAX_VALUE), Occur.FILTER);
        return allowed.build();
    }

    private static Query scope(String scope) {
        return scope.endsWith("*")
                ? new PrefixQuery(new Term(NAMESPACE, scope.substring(0, scope.length() - 1)))
                : term(NAMESPACE, scope);
    }

    private static Query any(List<Query> queries) {
        var any = new BooleanQuery.Builder();
        queries.forEach(q -> any.add(q, Occur.SHOULD));
        return any.build();
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    void close() {
        try {
            reader.close();
            reader.directory().close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the index", e);
        }
    }
}
