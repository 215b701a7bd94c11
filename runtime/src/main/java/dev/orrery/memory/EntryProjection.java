package dev.orrery.memory;

import dev.orrery.journal.EditableRows;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import java.util.Optional;
import java.util.Set;

/** The entries of memory as they stand, one row each, grouped by status. Pure and thread-safe. */
public final class EntryProjection implements Projection {
    static final String NAME = "entries";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> types() {
        return EntryEvent.TYPES;
    }

    @Override
    public void apply(Recorded recorded, EditableRows rows) {
        EntryEvent.of(recorded.event()).ifPresent(event -> {
            Optional<Entry> before = rows.get(event.id()).map(row -> Entry.of(row.body()));
            event.apply(before, recorded.event().at()).ifPresent(entry -> rows.put(row(entry)));
        });
    }

    private static Row row(Entry entry) {
        return new Row(entry.id(), entry.status().wire(), entry.recordedAt().toEpochMilli(), entry.toJson());
    }
}
