package dev.orrery.memory.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a table of AsciiDoc whose cells begin with a bar. Tables of comma-separated values are passed over. */
final class AsciiDocTable {
    static final Pattern DELIMITER = Pattern.compile("[|,:!]={3,}");

    /** A cell's beginning. What it says about spans and style stands before the bar, after a space. */
    private static final Pattern BAR = Pattern.compile(
            "(?<!\\S)(?:(?:\\d+(?:\\.\\d+)?|\\.\\d+)[+*])?[<^>]?(?:\\.[<^>])?[adehlmsv]?\\||(?<!\\\\)\\|");

    /** Where a cell's text ends and blocks of its own begin: lists, boxes, tabs, listings. */
    private static final Pattern BLOCK = Pattern.compile(
            "!={3,}|-{2,}|\\.{4,}|={4,}|\\*{4,}|_{4,}|[ \\t]*[*-][ \\t].*|[ \\t]*\\.[ \\t].*|.*::[ \\t]*|(?:include|ifdef|ifndef)::.*");

    private static final Pattern COLUMNS = Pattern.compile("cols=\"?([^\"\\]]*)\"?");
    private static final Pattern REPEATED = Pattern.compile("(\\d+)\\*.*");

    private final Draft draft;
    private final AsciiDocText texts;
    private final List<SourceText> cells = new ArrayList<>();
    private int firstLineCells;
    private boolean blankAfterFirst;

    AsciiDocTable(Draft draft, AsciiDocText texts) {
        this.draft = draft;
        this.texts = texts;
    }

    /** Reads the table that is opened in line {@code start}, counted from 0, and returns the line that closes it. */
    int read(String[] lines, int start) {
        String delimiter = lines[start].strip();
        int end = start + 1;
        while (end < lines.length && !lines[end].strip().equals(delimiter)) end++;
        if (!delimiter.startsWith("|")) return end;
        cells(lines, start + 1, Math.min(end, lines.length));
        String style = start > 0 ? lines[start - 1].strip() : "";
        int columns = columns(style);
        if (columns > 0) lay(columns, style);
        return end;
    }

    private void cells(String[] lines, int from, int to) {
        var cell = new StringBuilder();
        int cellLine = 0;
        boolean listing = false;
        boolean ended = false;
        for (int i = from; i < to; i++) {
            String line = lines[i].stripTrailing();
            if (line.isBlank()) {
                blankAfterFirst |= firstLineCells > 0 && cells.size() + 1 == firstLineCells;
            }
            boolean fence = line.matches("-{4,}|\\.{4,}");
            if (fence) listing = !listing;
            if (!ended && BLOCK.matcher(line).matches()) {
                ended = true;
                cell.append(SourceText.HOLE);
            }
            if (fence || listing || line.startsWith("//") || line.matches("\\[.*\\]|\\+")) continue;
            Matcher bar = BAR.matcher(line);
            int at = 0;
            int began = 0;
            while (bar.find()) {
                if (!ended) cell.append(line, at, bar.start());
                if (cellLine > 0) cells.add(texts.of(cell.toString(), cellLine));
                cell.setLength(0);
                cellLine = i + 1;
                ended = false;
                at = bar.end();
                began++;
            }
            if (!ended) cell.append(line, at, line.length()).append('\n');
            if (firstLineCells == 0) firstLineCells = began;
        }
        if (cellLine > 0) cells.add(texts.of(cell.toString(), cellLine));
    }

    private int columns(String style) {
        Matcher m = COLUMNS.matcher(style);
        if (!m.find()) return firstLineCells;
        Matcher repeated = REPEATED.matcher(m.group(1).strip());
        if (repeated.matches()) return Integer.parseInt(repeated.group(1));
        return m.group(1).split("[,;]", -1).length;
    }

    private void lay(int columns, String style) {
        List<List<SourceText>> rows = new ArrayList<>();
        for (int i = 0; i + columns <= cells.size(); i += columns) rows.add(List.copyOf(cells.subList(i, i + columns)));
        boolean headed = style.contains("header") || blankAfterFirst && firstLineCells == columns || namesCode(rows);
        boolean split = headed && !rows.isEmpty();
        Table.add(draft, split ? rows.getFirst() : List.of(), split ? rows.subList(1, rows.size()) : rows);
    }

    /** The first row names the columns when it has no code and every other one begins with some. */
    private static boolean namesCode(List<List<SourceText>> rows) {
        return rows.size() > 2
                && rows.getFirst().stream().allMatch(c -> c.codeShare() == 0)
                && rows.stream().skip(1).allMatch(r -> r.getFirst().codeShare() > 0.5);
    }
}
