package dev.orrery.testing;

import dev.orrery.journal.EditableRows;
import dev.orrery.journal.Projection;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.Row;
import dev.orrery.message.Json;
import java.util.Set;

/**
 * A projection to try journals with: one row per stream with how many {@code counted} events it has, grouped by that
 * number and sorted by the last event's {@code n}. {@code removed} takes the row away, {@code refused} throws.
 */
public final class CountingProjection implements Projection {
    @Override
    public String name() {
        return "counts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> types() {
        return Set.of("counted", "removed", "refused");
    }

    @Override
    public void apply(Recorded event, EditableRows rows) {
        String key = event.stream().id();
        switch (event.event().type()) {
            case "removed" -> rows.remove(key);
            case "refused" -> throw new IllegalStateException("refused, as asked");
            default -> {
                long count =
                        rows.get(key).map(row -> row.body().number("count", 0)).orElse(0L) + 1;
                long order = event.event().body().number("n", 0);
                rows.put(new Row(key, Long.toString(count), order, Json.object().with("count", count)));
            }
        }
    }
}
