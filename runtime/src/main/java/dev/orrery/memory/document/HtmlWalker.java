package dev.orrery.memory.document;

import dev.orrery.memory.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Walks the content of a page and lays its blocks into a draft. */
final class HtmlWalker {
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");

    private static final Set<String> UNQUOTED = Set.of("pre", "label", "legend", "input", "option", "caption");

    private final Draft draft;
    private final HtmlContent content;
    private final HtmlText texts;
    private int listDepth;
    private int listGroup;
    private HtmlText.Run run;

    HtmlWalker(Draft draft, HtmlContent content, int linesBefore) {
        this.draft = draft;
        this.content = content;
        this.texts = new HtmlText(content, linesBefore);
        this.run = texts.run();
    }

    /** Lays what is in {@code parent} into the draft. */
    void walk(Element parent) {
        children(parent);
        flush();
    }

    private void children(Element parent) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) run.add(text);
            else if (child instanceof Element e) element(e);
        }
    }

    private void element(Element e) {
        boolean block = isBlock(e);
        if (!block) {
            if (isParting(e)) flush();
            else run.add(e);
            return;
        }
        flush();
        if (content.isChrome(e) || UNQUOTED.contains(e.normalName())) return;
        block(e);
        flush();
    }

    private void block(Element e) {
        switch (e.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                draft.heading(e.normalName().charAt(1) - '0', texts.of(e));
            case "ul", "ol" -> list(e);
            case "dl" -> {
                list(e);
                draft.endTerm();
            }
            case "dt" -> draft.term(texts.of(e));
            case "details" -> details(e);
            case "table" -> table(e);
            default -> children(e);
        }
    }

    private void list(Element e) {
        if (listDepth == 0) listGroup = draft.nextGroup();
        listDepth++;
        children(e);
        flush();
        listDepth--;
    }

    private void details(Element e) {
        Optional<Element> summary = Optional.ofNullable(e.selectFirst("> summary"));
        summary.ifPresent(s -> draft.term(texts.of(s)));
        for (Node child : e.childNodes()) {
            if (child instanceof TextNode text) run.add(text);
            else if (child instanceof Element c && !c.normalName().equals("summary")) element(c);
        }
        flush();
        summary.ifPresent(_ -> draft.endTerm());
    }

    private void table(Element table) {
        List<Element> rows = new ArrayList<>(table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr"));
        rows.removeIf(r -> cells(r).isEmpty());
        if (isLayout(table, rows)) {
            for (Element row : rows) {
                for (Element cell : cells(row)) {
                    if (!cell.className().contains("icon")) children(cell);
                    flush();
                }
            }
            return;
        }
        Element first = rows.getFirst();
        boolean headed = first.parent() != null && first.parent().normalName().equals("thead")
                || cells(first).stream().allMatch(c -> c.normalName().equals("th"));
        List<SourceText> header = headed ? texts(first) : List.of();
        Table.add(
                draft,
                header,
                rows.stream().skip(headed ? 1 : 0).map(this::texts).toList());
    }

    /** A table that arranges a page, rather than data, has one row, or cells that are documents of their own. */
    private static boolean isLayout(Element table, List<Element> rows) {
        return rows.size() < 2
                || cells(rows.getFirst()).size() < 2
                || table.selectFirst("table table, h1, h2, h3, h4, h5, h6, pre, li + li, dl") != null
                || table.selectFirst("[colspan]") != null;
    }

    private static List<Element> cells(Element row) {
        return row.select("> td, > th");
    }

    private List<SourceText> texts(Element row) {
        return cells(row).stream().map(texts::of).toList();
    }

    private static boolean isBlock(Element e) {
        return BLOCKS.contains(e.normalName())
                || e.getAllElements().stream().skip(1).anyMatch(c -> BLOCKS.contains(c.normalName()));
    }

    /** A line break parts a text when another follows at once, or when a capital does: a label from what it labels. */
    private static boolean isParting(Element e) {
        if (!e.normalName().equals("br")) return false;
        Node next = e.nextSibling();
        if (next instanceof TextNode space && space.isBlank()) next = next.nextSibling();
        if (next == null) return false;
        if (next instanceof Element b && b.normalName().equals("br")) return true;
        String text = next instanceof TextNode t
                ? t.text().strip()
                : next instanceof Element b ? b.text().strip() : "";
        return !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
    }

    private void flush() {
        SourceText text = run.text();
        run = texts.run();
        boolean item = listDepth > 0;
        if (!text.isBlank()) draft.add(item ? Kind.ITEM : Kind.PROSE, text, item ? listGroup : draft.nextGroup());
    }
}
