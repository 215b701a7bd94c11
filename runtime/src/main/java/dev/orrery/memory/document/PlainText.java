package dev.orrery.memory.document;

import dev.orrery.memory.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads plain text: paragraphs between blank lines, items that begin with a bullet or number, headings that are
 * underlined or stand alone as a short line without a full stop.
 */
final class PlainText {
    private static final Pattern ITEM = Pattern.compile("^[ \\t]*(?:[-*+•–]|\\d{1,3}[.)])[ \\t]+(\\S.*)$");
    private static final Pattern RULE = Pattern.compile("[ \\t]*([=\\-~*_#+])\\1{2,}[ \\t]*");
    private static final Pattern PAIR = Pattern.compile("^[ \\t]*\\p{Lu}[\\p{L}\\p{N} /()-]{0,38}:[ \\t]+\\S.*$");
    private static final Pattern TURN = Pattern.compile("^[ \\t]*([QA])[:.)][ \\t]+(\\S.*)$");
    private static final int HEADING_CHARS_MAX = 70;

    private final Draft draft;
    private final String[] lines;
    private SourceText.Builder text = new SourceText.Builder();
    private Kind kind = Kind.PROSE;
    private int itemGroup = -1;

    private PlainText(Draft draft, String[] lines) {
        this.draft = draft;
        this.lines = lines;
    }

    static Document read(String path, String source) {
        var draft = new Draft(path, Unit.LINE);
        var reader = new PlainText(draft, source.split("\n", -1));
        reader.title();
        for (int i = 0; i < reader.lines.length; i++) reader.line(i);
        reader.flush();
        return draft.finish();
    }

    /** A short first line that ends like no sentence is the title, even when the text goes on below it at once. */
    private void title() {
        int i = 0;
        while (i < lines.length && lines[i].isBlank()) i++;
        if (i >= lines.length || isHeading(i) || PAIR.matcher(lines[i]).matches()) return;
        String line = lines[i].strip();
        if (line.length() <= HEADING_CHARS_MAX && !line.matches(".*[.!?:;,]|[-*+•].*")) draft.title(line);
    }

    private void line(int i) {
        String line = lines[i];
        if (line.isBlank()) {
            flush();

        } else if (RULE.matcher(line).matches()) {
            flush();
        } else if (isHeading(i)) {
            flush();
            endItems();
            boolean first = !draft.hasTitle();
            boolean main = i + 1 < lines.length && lines[i + 1].strip().startsWith("==");
            draft.heading(first || main ? 1 : 2, one(line, i));
        } else {
            content(line, i);
        }
    }

    private void content(String line, int i) {
        Matcher turn = TURN.matcher(line);
        if (turn.matches()) {
            turn(turn.group(1), turn.group(2), i);
            return;
        }
        Matcher item = ITEM.matcher(line);
        boolean pair = PAIR.matcher(line).matches() && (pairAt(i - 1) || pairAt(i + 1));
        if (item.matches() || pair) {
            flush();
            kind = Kind.ITEM;
            if (itemGroup < 0) itemGroup = draft.nextGroup();
            text.add(item.matches() ? item.group(1) : line.strip(), i + 1, 0);
            return;
        }
        if (text.isEmpty()) {
            // An indented paragraph after an item goes on with the item's list.
            kind = itemGroup >= 0 && Character.isWhitespace(line.charAt(0)) ? Kind.ITEM : Kind.PROSE;
            if (kind == Kind.PROSE) endItems();
        }
        text.add(' ', i + 1, 0).add(line, i + 1, 0);
    }

    /** A question is what its answer is about. */
    private void turn(String who, String words, int i) {
        flush();
        if (itemGroup < 0) itemGroup = draft.nextGroup();
        if (who.equals("Q")) draft.term(one(words, i));
        kind = Kind.ITEM;
        if (who.equals("A")) text.add(words, i + 1, 0);
    }

    private boolean pairAt(int i) {
        return i >= 0 && i < lines.length && PAIR.matcher(lines[i]).matches();
    }

    private boolean isHeading(int i) {
        String line = lines[i].strip();
        if (!text.isEmpty()
                || line.length() > HEADING_CHARS_MAX
                || ITEM.matcher(lines[i]).matches()) return false;
        if (!line.codePoints().anyMatch(Character::isLetter)) return false;
        String next = i + 1 < lines.length ? lines[i + 1] : "";
        if (RULE.matcher(next).matches() && !next.strip().startsWith("*")) return true;
        return next.isBlank()
                && Character.isUpperCase(line.codePointAt(0))
                && !line.matches(".*[.!?:;,]")
                && i + 2 < lines.length;
    }

    private static SourceText one(String line, int i) {
        return new SourceText.Builder().add(line, i + 1, 0).build();
    }

    private void endItems() {
        itemGroup = -1;
        draft.endTerm();
    }

    private void flush() {
        if (text.isEmpty()) return;
        draft.add(kind, text.build(), kind == Kind.ITEM ? itemGroup : draft.nextGroup());
        text = new SourceText.Builder();
    }
}
