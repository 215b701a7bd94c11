package dev.orrery.journal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The rows of one projection in memory: what a table should hold. Thread-safe. */
public final class RowMap implements Rows, EditableRows {
    private static final Comparator<Row> IN_ORDER =
            Comparator.comparingLong(Row::order).thenComparing(Row::key);

    private final TreeMap<String, Row> byKey = new TreeMap<>();

    @Override
    public synchronized Optional<Row> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public synchronized void put(Row row) {
        byKey.put(row.key(), row);
    }

    @Override
    public synchronized void remove(String key) {
        byKey.remove(key);
    }

    @Override
    public List<Row> all(int rowsMax) {
        return select(row -> true, rowsMax);
    }

    @Override
    public List<Row> group(String group, int rowsMax) {
        return select(row -> row.group().equals(group), rowsMax);
    }

    @Override
    public List<Row> keysFrom(String prefix, int rowsMax) {
        return select(row -> row.key().startsWith(prefix), rowsMax);
    }

    @Override
    public List<Row> upTo(long orderMax, int rowsMax) {
        return select(row -> row.order() <= orderMax, rowsMax);
    }

    /** Returns a copy of all rows, sorted by key. */
    public synchronized Collection<Row> byKey() {
        return List.copyOf(byKey.values());
    }

    private synchronized List<Row> select(Predicate<Row> wanted, int rowsMax) {
        return byKey.values().stream()
                .filter(wanted)
                .sorted(IN_ORDER)
                .limit(rowsMax)
                .toList();
    }
}
