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

    private static final Pattern CODE = Pattern.compile(
            "\\{% *(highlight|comment|codeblock|mermaid)\\b[^%]{0,200}%\\}.{0,20000}?\\{% *end\\1 *%\\}"
                    + "|\\{\\{[<%] *(highlight|mermaid)\\b[^>]{0,200}[>%]\\}\\}.{0,20000}?\\{\\{[<%] */ *\\2 *[>%]\\}\\}",
            Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile(
            tag("\\{\\{", "\\}\\}") + "|" + tag("\\{%", "%\\}") + "|" + tag("\\{# ", " #\\}"), Pattern.DOTALL);

    /** Another tag's beginning ends the search for this one's end, so that reading takes time in the text's length. */
    private static String tag(String opens, String closes) {
        return opens + "(?:(?!" + opens + ").){0," + TAG_MAX + "}?" + closes;
    }

    private static final Pattern FENCE = Pattern.compile("[ \\t>]*(?:(?:[-*+]|\\d+[.)])[ \\t]+)?(`{3,}|~{3,})(.*)");

    private Blanking() {}

    /** Returns {@code text} without comments and template tags. */
    static String templates(String text) {
        return tags(comments(blank(text, CODE)));
    }

    /** Returns Markdown without fenced listings, which inside HTML its parser would take for text. */
    static String fences(String text) {
        var out = new StringBuilder(text.length());
        String fence = "";
        for (String line : text.split("\n", -1)) {
            Matcher m = FENCE.matcher(line);
            boolean marks = m.matches();
            boolean opens = fence.isEmpty()
                    && marks
                    && !(m.group(1).startsWith("`") && m.group(2).contains("`"));
            boolean closes = !fence.isEmpty()
                    && marks
                    && m.group(1).startsWith(fence)
                    && m.group(2).isBlank();
            out.append(opens || !fence.isEmpty() ? "" : line).append('\n');
            if (opens) fence = m.group(1);
            else if (closes) fence = "";
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    private static String comments(String text) {
        var out = new StringBuilder(text.length());
        int from = 0;
        for (int at = text.indexOf("<!--"); at >= 0; at = text.indexOf("<!--", from)) {
            int end = text.indexOf("-->", at + 4);
            if (end < 0) break;
            String comment = text.substring(at, end + 3);
            boolean quoted = at > 0 && text.charAt(at - 1) == '`';
            out.append(text, from, at).append(quoted ? hole(comment) : blanks(comment));
            from = end + 3;
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Replaces every match of {@code pattern} by spaces. */
    static String blank(String text, Pattern pattern) {
        return pattern.matcher(text).replaceAll(m -> {
            boolean quoted = m.start() > 0 && text.charAt(m.start() - 1) == '`';
            return Matcher.quoteReplacement(quoted ? hole(m.group()) : blanks(m.group()));
        });
    }

    /** Replaces every match of {@code pattern} by a hole. */
    static String holes(String text, Pattern pattern) {
        return pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(hole(m.group())));
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
