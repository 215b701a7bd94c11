package dev.orrery.agent.extractive.report;

import dev.orrery.agent.extractive.language.Stems;
import dev.orrery.agent.extractive.selection.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the table of the topics on which several subjects say something, each cell one short statement. Of the
 * statements that a subject has on a topic, the one that shares most words with those of the others is taken, because it
 * can best be compared.
 */
final class Comparison {
    private static final int CELL_MAX = 180;
    /** Room for the citation at the end of a cell. */
    private static final int CITATION_MAX = 8;

    private static final String EMPTY = "—";
    private static final int SUBJECTS_MAX = 6;
    private static final int ROWS_ENOUGH = 2;

    /** A longer cell is better than an empty one, which would say that there is nothing. */
    private static final int LONG_CELL_MAX = 320;

    private record Row(String topic, List<Optional<Statement>> cells) {}

    private final Work work;
    private final List<String> topics;

    Comparison(Work work, List<String> topics) {
        this.work = work;
        this.topics = topics;
    }

    void write(Sheet sheet) {
        List<Part> parts = work.parts();
        if (parts.size() < 2 || parts.size() > SUBJECTS_MAX || sheet.style().omits("Comparison")) return;
        List<Row> rows = topics.stream()
                .map(topic -> new Row(topic, row(topic, sheet)))
                .filter(this::compares)
                .toList();
        // A statement that its section cannot spare would be read twice; such rows stand only where there are few
        // others.
        List<Row> spare = rows.stream().filter(row -> spare(row, sheet)).toList();
        List<Row> shown = spare.size() >= ROWS_ENOUGH ? spare : rows;
        if (!shown.isEmpty()) table(shown, sheet);
    }

    /** A dash says that there is nothing to say; of a topic that nobody asked for that would be too much said. */
    private boolean compares(Row row) {
        long filled = row.cells().stream().filter(Optional::isPresent).count();
        return work.discovered(row.topic()) ? filled == row.cells().size() : filled >= 2;
    }

    private boolean spare(Row row, Sheet sheet) {
        return work.parts().stream()
                .map(p -> p.on(row.topic()).stream()
                        .filter(s -> !sheet.hasSaid(s))
                        .count())
                .noneMatch(left -> left == 1);
    }

    private void table(List<Row> rows, Sheet sheet) {
        sheet.heading(2, "Comparison", "");
        var head = new ArrayList<String>();
        head.add("");
        work.parts().forEach(p -> head.add(p.name()));
        sheet.tableRow(head, "");
        sheet.tableRow(head.stream().map(c -> "---").toList(), "");
        for (Row row : rows) {
            var cells = new ArrayList<String>();
            cells.add("**" + Sheet.capital(sheet.style().heading(row.topic())) + "**");
            for (Optional<Statement> s : row.cells())
                cells.add(s.map(sheet::cell).orElse(EMPTY));
            sheet.tableRow(cells, "");
        }
    }

    private List<Optional<Statement>> row(String topic, Sheet sheet) {
        List<List<Statement>> fitting =
                work.parts().stream().map(p -> fitting(p.on(topic), sheet)).toList();
        var row = new ArrayList<Optional<Statement>>();
        for (int i = 0; i < fitting.size(); i++) {
            Set<String> others = new HashSet<>();
            for (int k = 0; k < fitting.size(); k++) {
                if (k != i) fitting.get(k).forEach(s -> others.addAll(Stems.in(s.text())));
            }
            Part part = work.parts().get(i);
            row.add(mostShared(fitting.get(i), others).or(() -> lastResort(part.on(topic))));
        }
        return row;
    }

    private static List<Statement> fitting(List<Statement> statements, Sheet sheet) {
        return statements.stream()
                .filter(s -> s.text().length() <= CELL_MAX - CITATION_MAX
                        && !sheet.hasSaid(s)
                        && s.lead().isEmpty())
                .toList();
    }

    /** Returns what stands elsewhere, too, or is rather long. */
    private static Optional<Statement> lastResort(List<Statement> statements) {
        return statements.stream()
                .filter(s -> s.text().length() <= LONG_CELL_MAX && s.lead().isEmpty())
                .min(Comparator.comparingInt(s -> s.text().length()));
    }

    private static Optional<Statement> mostShared(List<Statement> statements, Set<String> others) {
        Optional<Statement> best = Optional.empty();
        double bestShare = -1;
        for (Statement statement : statements) {
            Set<String> own = Stems.in(statement.text());
            double share = own.stream().filter(others::contains).count() / (double) Math.max(1, own.size());
            if (share + statement.score() > bestShare) {
                best = Optional.of(statement);
                bestShare = share + statement.score();
            }
        }
        return best;
    }
}
