package dev.orrery;

import dev.orrery.engine.RunMentions;
import dev.orrery.journal.Home;
import dev.orrery.journal.JournalCheck;
import dev.orrery.journal.JournalException;
import dev.orrery.journal.JournalUnavailable;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.memory.Knowledge;
import dev.orrery.memory.KnowledgeQuery;
import dev.orrery.memory.Prefixes;
import dev.orrery.memory.lucene.LuceneKnowledge;
import dev.orrery.memory.onnx.E5Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Checks whether what is stored is whole, and whether what runs need works on this machine. Thread-safe. */
public final class Checkup {
    private static final String DOCUMENT = "# Opening hours\n\nThe gate opens at nine in the morning.\n";

    private final Home home;
    private final Staffing staffing;

    Checkup(Home home, Staffing staffing) {
        this.home = home;
        this.staffing = staffing;
    }

    /**
     * Walks through everything that is stored, which takes time in the size of the journal.
     *
     * @throws OrreryException when the journal cannot be read at all
     */
    public JournalCheck stored() {
        return stored(home.folder());
    }

    /**
     * Walks through everything that is stored in the home {@code folder} as {@link #stored()} does, without opening it
     * first: one that is too damaged to be opened is looked at too. Reads only; where commits are missing, the log is
     * copied, as what is left of them may be in it.
     *
     * @throws OrreryException when there is no journal, or it cannot be read at all
     */
    public static JournalCheck stored(Path folder) {
        try {
            if (!Files.isDirectory(folder)) throw new JournalUnavailable("there is no home " + folder, null);
            return SqliteJournal.check(Home.open(folder), Orrery.projections(), new RunMentions());
        } catch (JournalException e) {
            throw new OrreryException(OrreryException.Kind.FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Asks a model three small questions, to find out anew how its server is spoken to, which is then kept for runs. What
     * the model does not manage is part of what is returned.
     *
     * @throws OrreryException when the model is not named well, its key is missing, or the price table is malformed
     */
    public TriedModel model(Config.ModelWish wish) {
        return staffing.tryModel(wish);
    }

    /**
     * Reads a document of its own, finds it, and embeds a sentence.
     *
     * @return what of that does not work, each with the reason; nothing when all does
     */
    public static List<String> reading() {
        var faults = new ArrayList<String>();
        try {
            search();
        } catch (IOException | RuntimeException | LinkageError e) {
            faults.add("documents cannot be read or searched: " + e);
        }
        try (var embedder = E5Embedder.load()) {
            embedder.query("When does the gate open?");
        } catch (RuntimeException | LinkageError e) {
            faults.add("meaning does not count in searches: " + e.getMessage());
        }
        return faults;
    }

    private static void search() throws IOException {
        Path folder = Files.createTempDirectory("orrery-check");
        try {
            Path documents = Files.createDirectory(folder.resolve("documents"));
            Files.writeString(documents.resolve("hours.md"), DOCUMENT);
            try (Knowledge knowledge = LuceneKnowledge.open(List.of(documents), folder.resolve("home"))) {
                var query = new KnowledgeQuery("gate opens", Prefixes.ALL, 1, false);
                if (knowledge.search(query).hits().isEmpty()) throw new IOException("a search found nothing");
            }
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
