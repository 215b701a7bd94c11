package dev.orrery.learning.edit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading in Markdown.
 *
 * @param level from 1, the highest
 * @param name without mark-up
 */
record Heading(int level, String name) {
    private static final Pattern MARKED = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
    private static final Pattern BOLD = Pattern.compile("(?:\\*\\*|__)([^*_|]{1,120}?):?(?:\\*\\*|__):?");
    private static final int BOLD_LEVEL = 7;

    /** Reads {@code line} as a heading; a line of its own in bold counts as the lowest level. */
    static Optional<Heading> of(String line) {
        Matcher marked = MARKED.matcher(line);
        if (marked.matches()) {
            String name = name(marked.group(2));
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Heading(marked.group(1).length(), name));
        }
        Matcher bold = BOLD.matcher(line);
        return bold.matches() ? Optional.of(new Heading(BOLD_LEVEL, name(bold.group(1)))) : Optional.empty();
    }

    private static String name(String text) {
        return text.replaceAll("[*_`]", "")
                .replaceAll("(?:\\s*\\[\\d+])+$", "")
                .strip()
                .replaceAll(":$", "");
    }

    /** Returns what makes two headings the same: case and mark-up do not count. */
    String key() {
        return name.toLowerCase(Locale.ROOT);
    }
}
