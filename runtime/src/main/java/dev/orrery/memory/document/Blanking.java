package dev.orrery.memory.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what is addressed to a site generator, before its mark-up is read. What goes is replaced by spaces,
 * so that every line keeps its number; where words of the same line are torn apart by it, a hole stays.
 */
final class Blanking {
    /** The longest template tag, in characters: an opening brace without a partner must not swallow the page. */
    private static final int TAG_MAX = 600;

    private static final Pattern COMMENT = Pattern.compile("<!--.{0,20000}?-->", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile(
            "\\{% *(highlight|comment|codeblock|mermaid)\\b[^%]{0,200}%\\}.{0,20000}?\\{% *end\\1 *%\\}"
                    + "|\\{\\{[<%] *(highlight|mermaid)\\b[^>]{0,200}[>%]\\}\\}.{0,20000}?\\{\\{[<%] */ *\\2 *[>%]\\}\\}",
            Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile(
            "\\{\\{.{0," + TAG_MAX + "}?\\}\\}|\\{%.{0," + TAG_MAX + "}?%\\}|\\{# .{0," + TAG_MAX + "}? #\\}",
            Pattern.DOTALL);

    private Blanking() {}

    /** Returns {@code text} without comments and template tags. */
    static String templates(String text) {
        return tags(blank(blank(text, CODE), COMMENT));
    }

    /** Replaces every match of {@code pattern} by spaces. */
    static String blank(String text, Pattern pattern) {
        return pattern.matcher(text).replaceAll(m -> {
            boolean quoted = m.start() > 0 && text.charAt(m.start() - 1) == '`';
            return Matcher.quoteReplacement(quoted ? hole(m.group()) : blanks(m.group()));
        });
    }

    private static String tags(String text) {
        // Whether words remain beside a tag is asked of the line with all its tags gone.
        String bare = blank(text, TAG);
        return TAG.matcher(text).replaceAll(m -> {
            boolean oneLine = m.group().indexOf('\n') < 0;
            return Matcher.quoteReplacement(
                    oneLine && !lineOf(bare, m.start()).isBlank() ? hole(m.group()) : blanks(m.group()));
        });
    }

    private static String lineOf(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length() : end);
    }

    /** Returns spaces instead of everything but line feeds. */
    static String blanks(String text) {
        var blanks = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) blanks.append(text.charAt(i) == '\n' ? '\n' : ' ');
        return blanks.toString();
    }

    private static String hole(String text) {
        return SourceText.HOLE + blanks(text.substring(1));
    }
}
