package dev.orrery.memory;

import java.util.Arrays;
import java.util.Optional;

/** What a block is, and so what its passages are. */
public enum Kind {
    /** Running text; its passages are sentences. */
    PROSE("sentence"),
    /** An item of a list, or the description of a term; its passages are sentences too. */
    ITEM("item"),
    /** A cell of a table; its passages are sentences too. */
    CELL("cell"),
    /** A row of a table: its cells, joined by {@code |}. */
    ROW("row"),
    /** A heading. */
    HEADING("heading");

    private final String wire;

    Kind(String wire) {
        this.wire = wire;
    }

    /** Returns the stable name of a passage of this kind. */
    public String wire() {
        return wire;
    }

    /** Finds the kind with this stable name. */
    public static Optional<Kind> of(String wire) {
        return Arrays.stream(values()).filter(k -> k.wire.equals(wire)).findFirst();
    }
}
