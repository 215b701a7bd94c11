package dev.orrery.cli.doctor;

import dev.orrery.OrreryException;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.text.Quantities;
import dev.orrery.journal.JournalCheck;
import java.util.List;
import java.util.function.Supplier;

/** Checks of what is inside: the journal of this home, reading and searching, the models. */
public final class Inside {
    private Inside() {}

    /** Opens the home with {@code home} and reads the whole journal. */
    public static Finding journal(Supplier<Library> home) {
        try (Library library = home.get()) {
            JournalCheck check = library.checkJournal();
            String read =
                    Quantities.count(check.records(), "record") + " in " + Quantities.count(check.streams(), "stream")
                            + " and " + Quantities.count(check.blobs(), "content");
            if (check.whole()) return Finding.ok("journal", read + ", all as they were written");
            return Finding.fail(
                    "journal",
                    Quantities.count(check.damages().size(), "damage") + ", the first: "
                            + check.damages().getFirst(),
                    "Keep a copy of the home, and restore it from a backup");
        } catch (OrreryException e) {
            return Finding.fail("journal", String.valueOf(e.getMessage()), "");
        }
    }

    /** Reads and searches a document of its own. */
    public static Finding reading(Library.Source source) {
        List<String> faults = source.checkReading();
        return faults.isEmpty()
                ? Finding.ok("reading", "documents are read and searched, by words and by meaning")
                : Finding.fail(
                        "reading",
                        String.join("; ", faults),
                        "See that the folder for temporary files can be written and may hold programs (java.io.tmpdir)");
    }

    /** Says which models there are. */
    public static Finding models() {
        return Finding.ok(
                "models", "none: the built-in agents quote and cite what they read; models come with a later version");
    }
}
