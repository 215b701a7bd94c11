package dev.orrery.memory.document;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Gathers the text of inline elements with its lines. */
final class HtmlText {
    private static final Set<String> CODE = Set.of("code", "kbd", "samp", "tt", "var");
    private static final Set<String> HOLES = Set.of("img", "input", "select", "picture");

    private final HtmlContent content;
    private final int linesBefore;

    /** @param linesBefore the lines of the file before the parsed text */
    HtmlText(HtmlContent content, int linesBefore) {
        this.content = content;
        this.linesBefore = linesBefore;
    }

    /** Returns all text in {@code e}, that of blocks separated by spaces. */
    SourceText of(Element e) {
        var run = run();
        run.children(e, 0);
        return run.text();
    }

    /** Begins a run of text that stands together. */
    Run run() {
        return new Run();
    }

    /** Text that stands together, while it is gathered. */
    final class Run {
        private final SourceText.Builder out = new SourceText.Builder();

        void add(TextNode text) {
            add(text, 0);
        }

        void add(Element inline) {
            element(inline, 0);
        }

        SourceText text() {
            return out.build();
        }

        private void children(Element parent, int mark) {
            for (Node child : parent.childNodes()) {
                if (child instanceof TextNode text) add(text, mark);
                else if (child instanceof Element e) element(e, mark);
            }
        }

        private void add(TextNode text, int mark) {
            var range = text.sourceRange();
            int line = range.isTracked() ? linesBefore + range.start().lineNumber() : out.lastPlace(linesBefore + 1);
            out.addLines(text.getWholeText(), line, mark);
        }

        private void element(Element e, int mark) {
            String name = e.normalName();
            int line = out.lastPlace(linesBefore + 1);
            if (HOLES.contains(name)) {
                out.hole(line);
            } else if (content.isChrome(e)) {
                if (e.hasText() && !name.equals("script") && !name.equals("style")) out.hole(line);
            } else if (name.equals("br")) {
                out.add(' ', line, 0);
            } else if (!isPermalink(e)) {
                boolean block = e.isBlock();
                if (block) out.add(' ', line, 0);
                int link = name.equals("a") ? SourceText.LINK : 0;
                children(e, mark | link | (CODE.contains(name) ? SourceText.CODE : 0));
                if (block) out.add(' ', out.lastPlace(line), 0);
            }
        }

        /** The little sign beside a heading that links to itself. */
        private boolean isPermalink(Element e) {
            return e.normalName().equals("a")
                    && e.text().matches("[\\s#¶§🔗]*")
                    && e.attr("href").contains("#");
        }
    }
}
