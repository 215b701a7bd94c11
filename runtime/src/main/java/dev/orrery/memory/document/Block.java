package dev.orrery.memory.document;

import dev.orrery.memory.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A piece of a document as its author laid it out.
 *
 * @param kind what it is
 * @param headings the headings above it, outermost first; a described term counts as one
 * @param text its text
 * @param group the paragraph, list or table that it belongs to: blocks of one group have the same number
 * @param cell for a cell, what it is a cell of
 */
public record Block(Kind kind, List<String> headings, SourceText text, int group, Optional<Cell> cell) {
    /**
     * Where a cell stands in its table.
     *
     * @param column the header of its column; empty when there is none
     * @param row the text of the first cell of its row; empty for the first cell itself
     */
    public record Cell(String column, String row) {}

    public Block {
        headings = List.copyOf(headings);
    }
}
