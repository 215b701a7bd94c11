package dev.orrery.memory.document;

import dev.orrery.memory.Kind;
import java.util.List;

/** Lays a table into a draft: each row, and each cell with the names of its column and row. */
final class Table {
    /** The longest row that is kept as a whole, in characters; a longer one is read by its cells. */
    private static final int ROW_CHARS_MAX = 600;

    private Table() {}

    static void add(Draft draft, List<SourceText> header, List<List<SourceText>> rows) {
        int group = draft.nextGroup();
        for (List<SourceText> row : rows) {
            if (row.isEmpty()) continue;
            SourceText whole = join(row);
            if (row.size() > 1 && whole.length() <= ROW_CHARS_MAX) draft.add(Kind.ROW, whole, group);
            String name = words(row.getFirst());
            for (int i = 0; i < row.size(); i++) {
                String column = i < header.size() ? words(header.get(i)) : "";
                draft.cell(row.get(i), new Block.Cell(column, i == 0 ? "" : name), group);
            }
        }
    }

    private static SourceText join(List<SourceText> cells) {
        var row = new SourceText.Builder();
        for (SourceText cell : cells) {
            // An empty cell says nothing; one that holds a picture says what is then missing from the row.
            if (cell.length() == 0) continue;
            if (!row.isEmpty()) row.add(" | ", row.lastPlace(1), 0);
            row.add(cell);
        }
        return row.build();
    }

    private static String words(SourceText text) {
        return text.string().replace(SourceText.HOLE, ' ').strip();
    }
}
