package dev.orrery.engine.history;

import dev.orrery.journal.Journal;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import dev.orrery.journal.RowMap;
import dev.orrery.journal.Rows;
import dev.orrery.journal.StreamId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What lists say of one run, made anew from its events and compared with what is stored. For one thread. */
final class RunRows {
    /** How many rows of one list a run may have. */
    private static final int ROWS_MAX = 1_000_000;

    private final Journal journal;
    private final StreamId run;
    private final Map<Projection, RowMap> made = new LinkedHashMap<>();

    RunRows(Journal journal, StreamId run, List<Projection> lists) {
        this.journal = journal;
        this.run = run;
        for (Projection list : lists) made.put(list, new RowMap());
    }

    void take(Recorded event) {
        made.forEach((list, rows) -> {
            if (list.types().contains(event.event().type())) list.apply(event, rows);
        });
    }

    /** Says which row is not as the events make it. */
    Optional<String> difference() {
        for (var list : made.entrySet()) {
            Set<Row> expected = new HashSet<>(list.getValue().byKey());
            Set<Row> stored = stored(journal.rows(run.tenant(), list.getKey().name()));
            if (stored.equals(expected)) continue;
            return Optional.of("the list '" + list.getKey().name() + "' says of the run what its events do not say");
        }
        return Optional.empty();
    }

    private Set<Row> stored(Rows rows) {
        Set<Row> all = new HashSet<>(rows.group(run.id(), ROWS_MAX));
        rows.get(run.id()).ifPresent(all::add);
        return all;
    }
}
