package dev.orrery.learning.edit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line that is not blank.
 *
 * @param number its number in the text, from 1
 * @param text as it stands there
 * @param plain what counts of it: two lines are the same when this is
 */
record Line(int number, String text, String plain) {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\u200B]+");
    private static final Pattern RULE = Pattern.compile("\\|?[\\s:|-]*-{2,}[\\s:|-]*\\|?");
    private static final Pattern BULLET = Pattern.compile("^[*+] (?=\\S)");

    static Line of(int number, String text) {
        return new Line(number, text, plain(text));
    }

    /** Returns the lines of {@code text} that are not blank. */
    static List<Line> all(List<String> text) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < text.size(); i++) {
            Line line = of(i + 1, text.get(i));
            if (!line.plain().isEmpty()) lines.add(line);
        }
        return List.copyOf(lines);
    }

    /** Editors re-indent, re-wrap nothing, pad tables and change bullets; none of that is an edit. */
    private static String plain(String text) {
        String spaced = SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (spaced.length() > 2 && RULE.matcher(spaced).matches()) return "---";
        String bullet = BULLET.matcher(spaced).replaceFirst("- ");
        return bullet.startsWith("|") ? bullet.replaceAll(" ?\\| ?", "|") : bullet;
    }
}
