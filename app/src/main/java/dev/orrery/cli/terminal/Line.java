package dev.orrery.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** One line made of pieces that each have a style. Immutable; {@link #and} returns a longer one. */
public record Line(List<Span> spans) {
    /** The line without anything on it. */
    public static final Line EMPTY = new Line(List.of());

    /** A piece of text that looks the same all along. */
    public record Span(String text, Style style) {}

    public Line {
        spans = List.copyOf(spans);
    }

    /** Returns a line with {@code text} on it. */
    public static Line of(String text) {
        return EMPTY.and(text);
    }

    /** Returns this line with {@code text} behind it. */
    public Line and(String text) {
        return and(text, Style.PLAIN);
    }

    /** Returns this line with {@code text} in {@code style} behind it. */
    public Line and(String text, Style style) {
        if (text.isEmpty()) return this;
        var more = new ArrayList<>(spans);
        more.add(new Span(text, style));
        return new Line(more);
    }

    /** Returns this line with {@code other} behind it. */
    public Line and(Line other) {
        var more = new ArrayList<>(spans);
        more.addAll(other.spans);
        return new Line(more);
    }

    /** Returns this line with blanks behind it, so that it takes at least {@code columns}. */
    public Line padded(int columns) {
        return and(" ".repeat(Math.max(0, columns - columns())));
    }

    /** Returns how many columns the line takes. */
    public int columns() {
        return spans.stream().mapToInt(s -> Columns.of(s.text())).sum();
    }

    /** Returns the line's text, without trailing blanks. */
    public String text(Style.Colour colour) {
        return text(Integer.MAX_VALUE, colour);
    }

    /** Returns the line's text without trailing blanks, cut to {@code columnsMax}. */
    public String text(int columnsMax, Style.Colour colour) {
        var out = new StringBuilder();
        int left = columnsMax;
        for (Span span : spans) {
            if (left <= 0) break;
            String cut = Columns.cut(span.text(), left);
            left = cut.equals(span.text()) ? left - Columns.of(cut) : 0;
            out.append(span.style().of(cut, colour));
        }
        return out.toString().stripTrailing();
    }
}
