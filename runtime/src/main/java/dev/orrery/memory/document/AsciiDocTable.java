package dev.orrery.memory.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a table of AsciiDoc whose cells begin with a bar. Tables of comma-separated values are passed over. */
final class AsciiDocTable {
    static final Pattern DELIMITER = Pattern.compile("[|,:!]={3,}");

    /** A cell's beginning, with what it may say about spans and style before the bar. */
    private static final Pattern BAR =
            Pattern.compile("(?<=^|\\s|[^\\\\])(?:(?:\\d+(?:\\.\\d+)?|\\.\\d+)[+*])?[<^>]?(?:\\.[<^>])?[adehlmsv]?\\|");

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
        StringBuilder cell = null;
        int cellLine = from + 1;
        boolean nested = false;
        int rows = 0;
        for (int i = from; i < to; i++) {
            String line = lines[i].stripTrailing();
            boolean fence = line.matches("!={3,}|-{4,}|\\.{4,}");
            if (fence) nested = !nested;
            if (fence || nested || line.startsWith("//") || line.matches("\\[.*\\]|\\+")) continue;
            if (line.isBlank() && rows == 1) blankAfterFirst = true;
            Matcher bar = BAR.matcher(line);
            int at = 0;
            int began = 0;
            while (bar.find()) {
                if (cell != null) {
                    cell.append(line, at, bar.start());
                    cells.add(texts.of(cell.toString(), cellLine));
                }
                cell = new StringBuilder();
                cellLine = i + 1;
                at = bar.end();
                began++;
            }
            if (cell != null) cell.append(line, at, line.length()).append('\n');
            if (began > 0 && rows++ == 0) firstLineCells = began;
        }
        if (cell != null) cells.add(texts.of(cell.toString(), cellLine));
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
        boolean headed = style.contains("header") || blankAfterFirst && firstLineCells == columns;
        boolean split = headed && !rows.isEmpty();
        Table.add(draft, split ? rows.getFirst() : List.of(), split ? rows.subList(1, rows.size()) : rows);
    }
}
