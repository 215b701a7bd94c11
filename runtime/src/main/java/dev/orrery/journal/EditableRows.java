package dev.orrery.journal;

import java.util.List;
import java.util.Optional;

/** The rows of one projection while an event is applied to them. Changes become visible with the event, or never. */
public interface EditableRows {
    /** Returns the row called {@code key}, as the events so far left it. */
    Optional<Row> get(String key);

    /** Returns the rows of {@code group}, at most {@code rowsMax}, sorted like {@link Rows#group}. */
    List<Row> group(String group, int rowsMax);

    /** Puts {@code row} in the place of the one with the same key, if any. */
    void put(Row row);

    /** Removes the row called {@code key}, if there is one. */
    void remove(String key);
}
