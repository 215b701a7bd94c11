package dev.orrery.journal;

import java.util.List;
import java.util.Optional;

/**
 * The rows of one projection, to be read. Lists are sorted by {@link Row#order()}, then by key. They have no events to
 * decode, so a list of ten thousand is read in milliseconds.
 */
public interface Rows {
    /** Returns the row called {@code key}. */
    Optional<Row> get(String key);

    /** Returns the first rows, at most {@code rowsMax}. */
    List<Row> all(int rowsMax);

    /** Returns the rows of {@code group}, at most {@code rowsMax}. */
    List<Row> group(String group, int rowsMax);

    /** Returns the rows whose key begins with {@code prefix}, at most {@code rowsMax}. */
    List<Row> keysFrom(String prefix, int rowsMax);

    /** Returns the rows whose order is at most {@code orderMax}, at most {@code rowsMax} of them. */
    List<Row> upTo(long orderMax, int rowsMax);
}
