package dev.orrery.memory;

import java.util.List;

/**
 * The smallest piece that can be quoted: a sentence, an item, a cell, a row or a heading.
 *
 * @param index its position in the document, from 0
 * @param kind what it is part of
 * @param headings the headings above it, outermost first
 * @param text its words exactly as they stand, mark-up dropped and white space collapsed
 * @param place where it stands
 * @param block the paragraph, list or table that it belongs to
 * @param position its position within that, from 0
 * @param before the passage before it in the same block; empty when it is the first
 * @param codeShare the part of its characters that are code, from 0 to 1
 * @param linkShare the part of its characters that are a link's text, from 0 to 1
 * @param column for a cell, the header of its column, else empty
 * @param row for a cell, the first cell of its row, else empty
 */
public record Passage(
        int index,
        Kind kind,
        List<String> headings,
        String text,
        Place place,
        int block,
        int position,
        String before,
        double codeShare,
        double linkShare,
        String column,
        String row) {
    public Passage {
        headings = List.copyOf(headings);
    }

    /** Returns the same passage at another position in its document. */
    public Passage at(int index) {
        return index == this.index
                ? this
                : new Passage(
                        index, kind, headings, text, place, block, position, before, codeShare, linkShare, column, row);
    }
}
