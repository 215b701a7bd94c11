package dev.orrery.memory.document;

import dev.orrery.memory.Place;
import java.util.Optional;

/** What a format's places count. */
public enum Unit {
    /** Lines of a text file. */
    LINE,
    /** Pages of a PDF. */
    PAGE,
    /** Paragraphs of a Word file. */
    PARAGRAPH;

    /** Returns the place from {@code first} to {@code last}; empty when that is more than one citation may cover. */
    public Optional<Place> place(int first, int last) {
        return switch (this) {
            case LINE ->
                first >= 1 && last >= first && last - first < Place.LINES_MAX
                        ? Optional.of(new Place.Lines(first, last))
                        : Optional.empty();
            case PAGE -> first == last ? Optional.of(new Place.Page(first)) : Optional.empty();
            case PARAGRAPH -> first == last ? Optional.of(new Place.Paragraph(first)) : Optional.empty();
        };
    }
}
