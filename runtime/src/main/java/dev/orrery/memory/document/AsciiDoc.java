package dev.orrery.memory.document;

import dev.orrery.memory.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scans AsciiDoc by lines: headings, paragraphs, lists, described terms, tables. Listings, comments, callouts and block
 * macros are passed over; includes are not followed, since a citation names lines of the file itself.
 */
final class AsciiDoc {
    private static final Pattern HEADING = Pattern.compile("(={1,6}|#{1,6})[ \\t]+(\\S.*?)(?:[ \\t]+\\1)?[ \\t]*");
    private static final Pattern ITEM =
            Pattern.compile("[ \\t]*(?:\\*{1,5}|-|\\.{1,5}|\\d{1,3}\\.)[ \\t]+(?:\\[[ x*]\\] )?(\\S.*)");
    private static final Pattern TERM = Pattern.compile("[ \\t]*(\\S.{0,120}?)(?::{2,4}|;;)(?:[ \\t]+(.*))?");
    private static final Pattern ADMONITION = Pattern.compile("(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \\t]+(\\S.*)");
    private static final Pattern ATTRIBUTE = Pattern.compile(":(!?[\\w][\\w-]*!?):(?:[ \\t]+(.*))?");
    private static final Pattern VERBATIM = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}|/{4,}|```.*");
    private static final Pattern BOX = Pattern.compile("={4,}|\\*{4,}|_{4,}|--");
    private static final Pattern STYLE = Pattern.compile("\\[.*\\]");
    private static final Pattern VERBATIM_STYLE = Pattern.compile(
            "\\[\\[?(?:source|listing|literal|stem|latexmath|asciimath|plantuml|mermaid|ditaa|graphviz|pass|verse|subs=|,)[^\\]]*\\].*|\\[%?\\w*,?(?:java|xml|json|yaml|bash|shell|console)\\b.*");
    private static final Pattern MACRO = Pattern.compile(
            "[\\w-]+::\\S*\\[.*\\].*|(?:include|snippet|dependency|common|configProperties|cli|toc|callout)::?\\S*\\[.*");
    private static final Pattern REVISION = Pattern.compile("v?(\\d+(?:\\.\\d+)*)(?:,.*)?");
    private static final Pattern CALLOUT = Pattern.compile("<[\\d.]+>[ \\t].*");

    private final Draft draft;
    private final String[] lines;
    private final AsciiDocText texts = new AsciiDocText();
    private int at;
    private Kind kind = Kind.PROSE;
    private @Nullable StringBuilder paragraph;
    private int paragraphLine;
    private int listGroup = -1;
    private boolean described;
    private boolean verbatimNext;
    private boolean header;

    private AsciiDoc(Draft draft, String[] lines) {
        this.draft = draft;
        this.lines = lines;
    }

    static Document read(String path, String source) {
        var front = FrontMatter.of(source);
        var draft = new Draft(path, Unit.LINE);
        front.title().ifPresent(draft::title);
        front.version().ifPresent(draft::version);
        new AsciiDoc(draft, front.body().split("\n", -1)).scan();
        return draft.finish();
    }

    private void scan() {
        for (at = 0; at < lines.length; at++) line(lines[at].stripTrailing());
        flush();
    }

    private void line(String line) {
        String bare = line.strip();
        if (bare.isEmpty()) {
            flush();
            header = false;
        } else if (header && !ATTRIBUTE.matcher(line).matches()) {
            revision(bare);
        } else if (VERBATIM.matcher(bare).matches() || (BOX.matcher(bare).matches() && verbatimNext)) {
            flush();
            skipTo(bare.startsWith("```") ? "```" : bare);
        } else if (bare.startsWith("//") || bare.equals("'''") || bare.equals("<<<")) {
            flush();
        } else if (AsciiDocTable.DELIMITER.matcher(bare).matches()) {
            flush();
            endList();
            at = new AsciiDocTable(draft, texts).read(lines, at);
        } else if (!structure(line, bare)) {
            content(line, bare);
        }
    }

    /** Handles the lines that stand for themselves. */
    private boolean structure(String line, String bare) {
        Matcher heading = HEADING.matcher(line);
        Matcher attribute = ATTRIBUTE.matcher(line);
        if (BOX.matcher(bare).matches()) {
            flush();
        } else if (heading.matches()) {
            flush();
            endList();
            heading(heading.group(1).length(), heading.group(2));
        } else if (attribute.matches() && paragraph == null) {
            attribute(attribute.group(1), attribute.group(2));
        } else if (STYLE.matcher(line).matches()) {
            flush();
            verbatimNext = VERBATIM_STYLE.matcher(line).matches();
            return true;
        } else if (MACRO.matcher(line).matches() || (paragraph == null && line.matches("\\.[^ .].*"))) {
            flush();
            return true;
        } else if (CALLOUT.matcher(bare).matches()) {
            flush();
            skipParagraph();
        } else if (bare.equals("+")) {
            flush();
            return true;
        } else {
            return false;
        }
        verbatimNext = false;
        return true;
    }

    private void heading(int marks, String text) {
        // One mark is the document's title, which our headings count as level 1 as HTML does.
        header = marks == 1 && !draft.hasTitle();
        draft.heading(marks, texts.of(text, at + 1));
    }

    /** Below the title, up to the first blank line, stand the author and the revision. */
    private void revision(String line) {
        Matcher m = REVISION.matcher(line);
        if (m.matches()) draft.version(m.group(1));
    }

    private void attribute(String name, @Nullable String value) {
        if (value == null) return;
        if (name.equals("revnumber") || name.equals("version")) draft.version(value);
        while (lines[at].stripTrailing().endsWith("\\") && at + 1 < lines.length) at++;
    }

    private void content(String line, String bare) {
        Matcher item = ITEM.matcher(line);
        Matcher note = ADMONITION.matcher(line);
        Matcher term = TERM.matcher(line);
        if (item.matches()) {
            begin(Kind.ITEM, item.group(1));
        } else if (note.matches()) {
            begin(Kind.PROSE, note.group(1));
        } else if (term.matches() && paragraph == null) {
            flush();
            startList();
            draft.term(texts.of(term.group(1), at + 1));
            described = true;
            String description = term.group(2);
            if (description != null && !description.isBlank()) begin(Kind.ITEM, description);
        } else if (paragraph != null) {
            paragraph.append('\n').append(line);
        } else if (verbatimNext || isLiteral(line)) {
            skipParagraph();
        } else {
            // A paragraph goes on with the item before it only when a plus sign, or its term, holds the two together.
            boolean joined = at > 0 && lines[at - 1].strip().equals("+");
            boolean attached = listGroup >= 0 && (joined || (described && afterTerm()));
            begin(attached ? Kind.ITEM : Kind.PROSE, bare);
        }
        verbatimNext = false;
    }

    private boolean afterTerm() {
        int before = at - 1;
        while (before > 0 && lines[before].isBlank()) before--;
        return before >= 0 && TERM.matcher(lines[before].stripTrailing()).matches();
    }

    /** An indented paragraph is a listing, unless it goes on with an item. */
    private boolean isLiteral(String line) {
        return Character.isWhitespace(line.charAt(0)) && listGroup < 0 && (at == 0 || lines[at - 1].isBlank());
    }

    private void begin(Kind kind, String text) {
        flush();
        if (kind == Kind.ITEM) startList();
        else endList();
        this.kind = kind;
        paragraph = new StringBuilder(text);
        paragraphLine = at + 1;
    }

    private void startList() {
        if (listGroup < 0) listGroup = draft.nextGroup();
    }

    private void endList() {
        listGroup = -1;
        described = false;
        draft.endTerm();
    }

    private void flush() {
        if (paragraph == null) return;
        SourceText text = texts.of(paragraph.toString(), paragraphLine);
        draft.add(kind, text, kind == Kind.ITEM ? listGroup : draft.nextGroup());
        paragraph = null;
    }

    private void skipTo(String end) {
        verbatimNext = false;
        for (at++; at < lines.length && !lines[at].strip().equals(end); at++) {
            // The lines of a listing are passed over.
        }
    }

    private void skipParagraph() {
        while (at + 1 < lines.length
                && !lines[at + 1].isBlank()
                && !lines[at + 1].strip().equals("+")) at++;
    }
}
