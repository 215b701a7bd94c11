package dev.orrery.cli.terminal;

/**
 * Takes out of a text what would command a screen instead of standing on it. What agents quote was written by others; an
 * escape sequence in a document must not move the cursor or retitle the window of whoever reads the report.
 */
public final class Plain {
    private Plain() {}

    /** Returns {@code text} with every control character but tab and line end replaced by a picture of it. */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (commands(text.charAt(i))) return replaced(text);
        }
        return text;
    }

    /** Returns {@code text} on one line: every run of white space is one blank. */
    public static String line(String text) {
        return text(text.strip().replaceAll("\\s+", " "));
    }

    private static String replaced(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith("\r\n", i)) continue;
            if (!commands(c)) plain.append(c);
            else if (c < ' ') plain.append((char) ('␀' + c));
            else plain.append('\uFFFD');
        }
        return plain.toString();
    }

    /** C0 and C1 controls, and the marks that turn the direction of a line around. */
    private static boolean commands(char c) {
        return c < ' ' && c != '\n' && c != '\t'
                || c >= 0x7F && c <= 0x9F
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }
}
