package dev.orrery.cli.terminal;

import java.lang.Character.UnicodeScript;

/**
 * Measures and cuts text in the columns of a screen: letters of East Asian scripts and emoji take two, marks that combine
 * with the letter before them none. An approximation of UAX #11 that errs towards too wide.
 */
public final class Columns {
    private Columns() {}

    /** Returns how many columns {@code text} takes. */
    public static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            columns += of(letter);
            i += Character.charCount(letter);
        }
        return columns;
    }

    private static int of(int letter) {
        if (letter < 0x300) return 1;
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT)
            return 0;
        if (Character.isEmojiPresentation(letter) || letter >= 0xFF01 && letter <= 0xFF60) return 2;
        return switch (UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> 2;
            default -> letter >= 0x3001 && letter <= 0x303E ? 2 : 1;
        };
    }

    /** Returns {@code text} when it fits {@code columnsMax}, else its beginning and an ellipsis. */
    public static String cut(String text, int columnsMax) {
        if (columnsMax < 1) return "";
        // No letter takes more columns than it has UTF-16 units, save two-column letters of one unit.
        if (text.length() * 2 <= columnsMax || of(text) <= columnsMax) return text;
        int columns = 0;
        int end = 0;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            if (columns + of(letter) > columnsMax - 1) break;
            columns += of(letter);
            end += Character.charCount(letter);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** Returns {@code text} with blanks behind it, so that it takes at least {@code columns}. */
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }
}
