package dev.orrery.journal;

import java.util.Set;

/**
 * Rows that follow from events and are kept in the same transaction: what can be asked without reading a stream. They
 * hold nothing that the events do not say, so they can be thrown away and made anew.
 *
 * <p>A projection is a pure function and bears no state of its own: the same events give the same rows, whoever applies
 * them and however often a commit is tried. It must cope with events in shapes that it does not expect by leaving them
 * out, as an exception makes the append fail.
 */
public interface Projection {
    /** Returns its stable name: lower-case letters and hyphens. */
    String name();

    /** Returns the version of its rows, from 1. A higher one than what is stored has them made anew on opening. */
    int version();

    /** Returns the types of event that {@link #apply} wants to see; others cost nothing. */
    Set<String> types();

    /**
     * Applies one event to the rows of its stream's tenant.
     *
     * @param event of one of the {@link #types}
     */
    void apply(Recorded event, EditableRows rows);
}
