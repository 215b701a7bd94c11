package dev.orrery.memory.lucene;

import dev.orrery.memory.KnowledgeFile;
import dev.orrery.memory.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * The index over the passages of one folder. It is always built as a whole, in one thread and one segment: then equal
 * passages get equal scores whatever was in the folder before, and document numbers are positions in the list of
 * passages.
 */
record PassageIndex(Directory directory, DirectoryReader reader) {
    /** The words of a passage. */
    static final String TEXT = "text";
    /** The words around it: title, headings, names of column and row. */
    static final String HEADING = "heading";

    /** Sentences are short and of like length: repetition and length count for less than in whole documents. */
    static final Similarity SIMILARITY = new BM25Similarity(0.9f, 0.4f);

    private static final double BUFFER_MEGABYTES = 64;

    /** Tells whether {@code passage} can be found: headings count with what stands below them, bare numbers with rows. */
    static boolean isFindable(Passage passage) {
        return switch (passage.kind()) {
            case PROSE, ITEM, ROW -> true;
            case CELL -> passage.text().codePoints().filter(Character::isLetter).count() > 1;
            case HEADING -> false;
        };
    }

    /** Indexes the passages of {@code files} in memory. */
    static PassageIndex of(List<KnowledgeFile> files) {
        var directory = new ByteBuffersDirectory();
        var config = new IndexWriterConfig(new Words())
                .setSimilarity(SIMILARITY)
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (var writer = new IndexWriter(directory, config)) {
            for (KnowledgeFile file : files) add(file, writer);
            writer.forceMerge(1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot index in memory", e);
        }
        return open(directory);
    }

    /** Opens the index in {@code folder}. */
    static PassageIndex open(Path folder) throws IOException {
        return open(new NIOFSDirectory(folder));
    }

    private static PassageIndex open(Directory directory) {
        try {
            return new PassageIndex(directory, DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the index", e);
        }
    }

    private static void add(KnowledgeFile file, IndexWriter writer) throws IOException {
        for (Passage p : file.passages()) {
            if (!isFindable(p)) continue;
            var document = new Document();
            document.add(new TextField(TEXT, p.text(), Field.Store.NO));
            document.add(new TextField(HEADING, around(file, p), Field.Store.NO));
            writer.addDocument(document);
        }
    }

    private static String around(KnowledgeFile file, Passage p) {
        var around = new StringBuilder();
        if (p.headings().isEmpty() || !p.headings().getFirst().equals(file.title())) {
            around.append(file.title()).append('\n');
        }
        for (String heading : p.headings()) around.append(heading).append('\n');
        return around.append(p.column()).append('\n').append(p.row()).toString();
    }

    /** Copies the index into {@code folder}. */
    void copyTo(Path folder) throws IOException {
        try (var to = new NIOFSDirectory(folder)) {
            for (String name : directory.listAll()) {
                if (!name.equals(IndexWriter.WRITE_LOCK_NAME)) to.copyFrom(directory, name, name, IOContext.DEFAULT);
            }
        }
    }

    void close() {
        try (directory) {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the index", e);
        }
    }
}
