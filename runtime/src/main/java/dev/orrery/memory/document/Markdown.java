package dev.orrery.memory.document;

import dev.orrery.memory.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown, with the lines that CommonMark's parser gives for every piece of text. */
final class Markdown extends AbstractVisitor {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** What site generators add to Markdown and CommonMark would take for text. */
    private static final Pattern EXTRAS =
            Pattern.compile(
                    "(?m)^[ \\t>]*:::+.*$" // directives
                            + "|^[ \\t]*(?:!!!|\\?\\?\\?)\\+?[ \\t].*$|^[ \\t]*===[ \\t]+\".*$" // admonitions, tabs
                            + "|\\[!(?:NOTE|TIP|WARNING|IMPORTANT|CAUTION|INFO)\\]" // alerts
                            + "|\\{:[^}\\n]*\\}|\\{\\s*(?:[#.][\\w-]|[\\w-]+=[\"'])[^}\\n]*\\}|\\{/\\*.*?\\*/\\}" // attributes
                            + "|^(?:import|export) .*$" // MDX
                            + "|^[ \\t]*\\[(?:toc|TOC|\\[toc\\]|\\[_TOC_\\]|_TOC_)\\][ \\t]*$|\\[\\^[\\w-]+\\]:?"); // contents, notes

    /** A picture that is called by its name, such as {@code :material-check:}. */
    private static final Pattern PICTURE = Pattern.compile("(?<![\\w:/]):[a-z][a-z0-9_+-]{1,60}:(?![\\w:/])");

    private static final Pattern REFERENCE = Pattern.compile("(?<=[^\\]\\[\\n]\\]\\[)([^\\]\\[\\n]{1,200})\\]");
    private static final Pattern INDENTING = Pattern.compile("[ \\t]*(?:(?:!!!|\\?\\?\\?)\\+?[ \\t]|===[ \\t]+\").*");

    private final Draft draft;
    private int listDepth;
    private int listGroup;

    private Markdown(Draft draft) {
        this.draft = draft;
    }

    static Document read(String path, String text) {
        var front = FrontMatter.of(text);
        var draft = new Draft(path, Unit.LINE);
        front.title().ifPresent(draft::title);
        front.version().ifPresent(draft::version);
        String body = Blanking.blank(Blanking.templates(outdent(Blanking.fences(front.body()))), EXTRAS);
        PARSER.parse(defined(Blanking.holes(body, PICTURE))).accept(new Markdown(draft));
        return draft.finish();
    }

    /**
     * Defines every reference at the end of the text, as some generators find their targets elsewhere. Where the text
     * has a definition of its own, that comes first and holds.
     */
    private static String defined(String text) {
        String definitions = REFERENCE
                .matcher(text)
                .results()
                .map(r -> r.group(1))
                .distinct()
                .map(name -> "[" + name + "]: #\n")
                .collect(Collectors.joining());
        return definitions.isEmpty() ? text : text + "\n\n" + definitions;
    }

    /** Moves the indented body of an admonition to the left, where CommonMark does not take it for code. */
    private static String outdent(String text) {
        if (!text.contains("!!!") && !text.contains("???") && !text.contains("===")) return text;
        var out = new StringBuilder(text.length());
        boolean inside = false;
        for (String line : text.split("\n", -1)) {
            boolean opens = INDENTING.matcher(line).matches();
            boolean indented = line.startsWith("    ") || line.isBlank();
            inside = opens || inside && indented;
            out.append(inside && !opens && !line.isBlank() ? line.substring(4) : line)
                    .append('\n');
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    @Override
    public void visit(Heading heading) {
        draft.heading(heading.getLevel(), MarkdownText.of(heading));
    }

    @Override
    public void visit(Paragraph paragraph) {
        boolean item = listDepth > 0;
        draft.add(item ? Kind.ITEM : Kind.PROSE, MarkdownText.of(paragraph), item ? listGroup : draft.nextGroup());
    }

    @Override
    public void visit(BulletList list) {
        list(list);
    }

    @Override
    public void visit(OrderedList list) {
        list(list);
    }

    private void list(ListBlock list) {
        if (listDepth == 0) listGroup = draft.nextGroup();
        listDepth++;
        visitChildren(list);
        listDepth--;
    }

    @Override
    public void visit(FencedCodeBlock code) {
        // Code is not quoted.
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        // Code is not quoted.
    }

    @Override
    public void visit(HtmlBlock html) {
        Html.fragment(html.getLiteral(), MarkdownText.line(html, 1), draft);
    }

    @Override
    public void visit(CustomBlock block) {
        if (!(block instanceof TableBlock)) return;
        List<SourceText> header = new ArrayList<>();
        List<List<SourceText>> rows = new ArrayList<>();
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (part instanceof TableHead) header = cells(row);
                else if (part instanceof TableBody) rows.add(cells(row));
            }
        }
        Table.add(draft, header, rows);
    }

    private static List<SourceText> cells(Node row) {
        var cells = new ArrayList<SourceText>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) cells.add(MarkdownText.of(cell));
        return cells;
    }
}
