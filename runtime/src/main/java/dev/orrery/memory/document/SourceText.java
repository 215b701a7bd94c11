package dev.orrery.memory.document;

import java.util.Arrays;

/**
 * Text that remembers where each of its characters stands in the file (the line, page or paragraph, from 1) and whether
 * it is code or the text of a link. White space is collapsed to single spaces. Immutable.
 */
public final class SourceText {
    /** Stands where something that is not text was taken out of the middle: what is left does not follow on. */
    public static final char HOLE = '\uFFFC';

    /** Marks a character of code. */
    static final int CODE = 1;
    /** Marks a character of a link's text. */
    static final int LINK = 2;

    private final String string;
    private final int[] places;
    private final byte[] marks;

    private SourceText(String string, int[] places, byte[] marks) {
        this.string = string;
        this.places = places;
        this.marks = marks;
    }

    /** Returns the text itself. */
    public String string() {
        return string;
    }

    /** Returns the number of characters. */
    public int length() {
        return string.length();
    }

    /** Tells whether nothing but holes and spaces is in it. */
    public boolean isBlank() {
        return string.chars().allMatch(c -> c == ' ' || c == HOLE);
    }

    /** Returns the place of character {@code index}. */
    public int placeAt(int index) {
        return places[index];
    }

    /** Returns the characters from {@code from} up to but without {@code to}. */
    public SourceText slice(int from, int to) {
        return new SourceText(
                string.substring(from, to), Arrays.copyOfRange(places, from, to), Arrays.copyOfRange(marks, from, to));
    }

    /** Returns the first place in which a character stands; 0 when there is none. */
    public int first() {
        return Arrays.stream(places).min().orElse(0);
    }

    /** Returns the last place in which a character stands; 0 when there is none. */
    public int last() {
        return Arrays.stream(places).max().orElse(0);
    }

    /** Returns the part of the characters that are code, from 0 to 1. */
    public double codeShare() {
        return share(CODE);
    }

    /** Returns the part of the characters that are the text of a link, from 0 to 1. */
    public double linkShare() {
        return share(LINK);
    }

    /**
     * Tells whether it can be quoted: nothing was taken out of it, and no mark-up begins or ends within a word, where a
     * reader of the file sees two.
     */
    boolean isQuotable() {
        if (string.indexOf(HOLE) >= 0) return false;
        for (int i = 1; i < marks.length; i++) {
            boolean word =
                    Character.isLetterOrDigit(string.charAt(i - 1)) && Character.isLetterOrDigit(string.charAt(i));
            if (word && marks[i - 1] != marks[i]) return false;
        }
        return true;
    }

    private double share(int mark) {
        int marked = 0;
        for (byte b : marks) if ((b & mark) != 0) marked++;
        return marks.length == 0 ? 0 : (double) marked / marks.length;
    }

    @Override
    public String toString() {
        return string;
    }

    /** Gathers text. Not thread-safe. */
    static final class Builder {
        private final StringBuilder string = new StringBuilder();
        private int[] places = new int[64];
        private byte[] marks = new byte[64];

        /** Adds one character; white space at the beginning or after white space is dropped. */
        Builder add(char c, int place, int mark) {
            boolean space = Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' || c == '\u2007';
            if (space && (string.isEmpty() || string.charAt(string.length() - 1) == ' ')) return this;
            // Invisible characters would stand between letters of a word that a reader sees as one.
            if (c == '\u200b' || c == '\u00ad' || c == '\ufeff' || c == '\u2060') return this;
            int at = string.length();
            if (at == places.length) {
                places = Arrays.copyOf(places, at * 2);
                marks = Arrays.copyOf(marks, at * 2);
            }
            places[at] = place;
            marks[at] = (byte) mark;
            string.append(space ? ' ' : c);
            return this;
        }

        /** Adds {@code text} that begins in line {@code line}; each line feed in it begins the next line. */
        Builder addLines(String text, int line, int mark) {
            int at = line;
            for (int i = 0; i < text.length(); i++) {
                add(text.charAt(i), at, mark);
                if (text.charAt(i) == '\n') at++;
            }
            return this;
        }

        /** Adds {@code text}, all of which stands in {@code place}. */
        Builder add(String text, int place, int mark) {
            for (int i = 0; i < text.length(); i++) add(text.charAt(i), place, mark);
            return this;
        }

        /** Adds other text with its places and marks. */
        Builder add(SourceText text) {
            for (int i = 0; i < text.length(); i++) add(text.string.charAt(i), text.places[i], text.marks[i]);
            return this;
        }

        /** Notes that something was left out here. */
        Builder hole(int place) {
            return add(HOLE, place, 0);
        }

        /** Returns the place of the last character; {@code otherwise} when there is none yet. */
        int lastPlace(int otherwise) {
            return string.isEmpty() ? otherwise : places[string.length() - 1];
        }

        boolean isEmpty() {
            return string.isEmpty();
        }

        /** Returns what was gathered, without the space at its end. */
        SourceText build() {
            int n = string.length();
            if (n > 0 && string.charAt(n - 1) == ' ') n--;
            return new SourceText(string.substring(0, n), Arrays.copyOf(places, n), Arrays.copyOf(marks, n));
        }
    }
}
