package dev.orrery.testing;

import dev.orrery.journal.Home;
import dev.orrery.journal.Journal;
import dev.orrery.journal.Projection;
import dev.orrery.journal.jdbc.SqliteJournal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalContractTest extends JournalContract {
    @TempDir
    Path folder;

    @Override
    protected Journal open(List<Projection> projections) {
        return SqliteJournal.open(Home.open(folder), projections);
    }
}
