package dev.orrery.cli.doctor;

import dev.orrery.OrreryException;
import dev.orrery.Settings;
import dev.orrery.cli.session.Library;
import dev.orrery.cli.session.ModelOptions;
import dev.orrery.cli.text.CheckText;
import dev.orrery.cli.text.Quantities;
import dev.orrery.journal.JournalCheck;
import dev.orrery.model.Checked;
import dev.orrery.model.ModelChoice;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Checks of what is inside: the journal of this home, reading and searching, the model. */
public final class Inside {
    private static final String NONE = "none is set: the built-in agents quote and cite what they read; to set one: "
            + "--model, ORRERY_MODEL, or 'model: openai:NAME' in " + Settings.FILE;

    private Inside() {}

    /** Opens the home with {@code home} and reads the whole journal. */
    public static Finding journal(Supplier<Library> home) {
        try (Library library = home.get()) {
            JournalCheck check = library.checkJournal();
            if (check.whole()) return Finding.ok("journal", CheckText.whole(check));
            return Finding.fail(
                    "journal",
                    Quantities.count(check.damages().size(), "damage") + ", the first: "
                            + check.damages().getFirst(),
                    check.damages().getFirst().todo() + "; 'orrery verify-journal' lists all");
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

    /** Says which model is set, by what, and whether its key is there. Nothing is sent. */
    public static Finding model(
            Supplier<Optional<ModelOptions.Setting>> set, Function<String, Optional<String>> environment) {
        try {
            return set.get().map(setting -> model(setting, environment)).orElseGet(() -> Finding.ok("model", NONE));
        } catch (OrreryException malformed) {
            return Finding.fail("model", String.valueOf(malformed.getMessage()), "");
        }
    }

    private static Finding model(ModelOptions.Setting setting, Function<String, Optional<String>> environment) {
        String by = "set by " + setting.by();
        return switch (ModelChoice.of(setting.wish().name(), setting.wish().baseUrl(), environment)) {
            case Checked.Faulty<ModelChoice>(String why) -> Finding.fail("model", by + ": " + why, "");
            case Checked.Valid<ModelChoice>(ModelChoice choice) -> {
                String key = choice.key().isPresent()
                        ? "its key is in " + choice.name().provider().keyVariable()
                        : "no key is set or needed";
                yield Finding.ok(
                        "model",
                        choice.name() + " at " + choice.endpoint() + ", " + by + "; " + key
                                + "; 'orrery model test' asks it");
            }
        };
    }
}
