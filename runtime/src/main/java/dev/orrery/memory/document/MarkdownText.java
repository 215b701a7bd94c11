package dev.orrery.memory.document;

import java.util.Locale;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Gathers the text inside one block of Markdown. Images leave holes; raw HTML tags vanish, what they hold stays. */
final class MarkdownText {
    private final SourceText.Builder out = new SourceText.Builder();

    private MarkdownText() {}

    static SourceText of(Node block) {
        var text = new MarkdownText();
        text.children(block, line(block, 1), 0);
        return text.out.build();
    }

    /** Returns the line in which {@code node} begins. */
    static int line(Node node, int otherwise) {
        var spans = node.getSourceSpans();
        return spans.isEmpty() ? otherwise : spans.getFirst().getLineIndex() + 1;
    }

    private void children(Node parent, int line, int mark) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            int at = line(child, out.lastPlace(line));
            // The parser's node types are open: what has no words of its own is read for what is in it.
            switch (child) {
                case Text text -> out.add(text.getLiteral(), at, mark);
                case Code code -> out.addLines(code.getLiteral(), at, mark | SourceText.CODE);
                case SoftLineBreak _, HardLineBreak _ -> out.add(' ', at, mark);
                case Image _ -> out.hole(at);
                case HtmlInline tag -> tag(tag.getLiteral().toLowerCase(Locale.ROOT), at);
                case Link _ -> children(child, at, mark | SourceText.LINK);
                default -> children(child, at, mark);
            }
        }
    }

    private void tag(String tag, int line) {
        if (tag.startsWith("<br")) out.add(' ', line, 0);
        else if (tag.startsWith("<img") || tag.startsWith("<svg") || tag.startsWith("<input")) out.hole(line);
    }
}
