package dev.orrery.memory;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a text stands within its file. All numbers count from 1. */
public sealed interface Place {
    /** The most lines that a place covers, so that a reader finds the quotation at a glance. */
    int LINES_MAX = 12;

    /** The lines {@code first} to {@code last} of the file itself, both included. */
    record Lines(int first, int last) implements Place {
        public Lines {
            if (first < 1 || last < first || last - first >= LINES_MAX) {
                throw new IllegalArgumentException("not a place of 1 to 12 lines: " + first + "-" + last);
            }
        }
    }

    /** A page of a PDF, counted from the first one, whatever number is printed on it. */
    record Page(int number) implements Place {}

    /** A paragraph of a Word file: the body's own paragraphs are counted, empty ones too, those in tables not. */
    record Paragraph(int number) implements Place {}

    /** Returns the citation's text: {@code PATH:F-L}, {@code PATH:pN} or {@code PATH:¶N}. */
    default String in(String path) {
        return switch (this) {
            case Lines l -> path + ":" + l.first() + "-" + l.last();
            case Page p -> path + ":p" + p.number();
            case Paragraph p -> path + ":¶" + p.number();
        };
    }

    /** A place together with the file that it is in. */
    record Located(String path, Place place) {
        private static final Pattern FORM = Pattern.compile("(.+):(?:(\\d{1,9})-(\\d{1,9})|(p|¶)(\\d{1,9}))");

        /** Reads what {@link Place#in} wrote; empty when {@code text} is no such citation. */
        public static Optional<Located> parse(String text) {
            Matcher m = FORM.matcher(text);
            if (!m.matches()) return Optional.empty();
            if (m.group(2) == null) {
                int n = Integer.parseInt(m.group(5));
                return Optional.of(new Located(m.group(1), m.group(4).equals("p") ? new Page(n) : new Paragraph(n)));
            }
            int first = Integer.parseInt(m.group(2));
            int last = Integer.parseInt(m.group(3));
            if (first < 1 || last < first || last - first >= LINES_MAX) return Optional.empty();
            return Optional.of(new Located(m.group(1), new Lines(first, last)));
        }

        @Override
        public String toString() {
            return place.in(path);
        }
    }
}
