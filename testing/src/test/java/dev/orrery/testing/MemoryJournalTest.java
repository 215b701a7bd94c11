package dev.orrery.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.journal.Journal;
import dev.orrery.journal.Projection;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryJournalTest extends JournalContract {
    @Override
    protected Journal open(List<Projection> projections) {
        return new MemoryJournal(projections);
    }

    @Test
    void anAppendFailsOnceWhenItIsToldTo() {
        var journal = new MemoryJournal();
        journal.failNext(new IllegalStateException("as told"));

        assertThatThrownBy(() -> journal.append(RUN, 0, List.of(event("a", 1)))).hasMessage("as told");
        journal.append(RUN, 0, List.of(event("a", 1)));
    }
}
