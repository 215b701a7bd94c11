package dev.orrery.learning.edit;

import dev.orrery.learning.outcome.Report;
import dev.orrery.learning.outcome.WrittenLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares a report with the copy that a human edited. */
public final class ReportComparison {
    /** How many lines an edited copy may have beyond three times those of the report. */
    static final int LINES_MORE_MAX = 2_000;

    /** Below this share of known lines, and of known long words, a file is no copy of the report. */
    private static final double LINES_KNOWN_MIN = 0.2;

    private static final double WORDS_KNOWN_MIN = 0.5;
    private static final int LONG_WORD = 5;

    private ReportComparison() {}

    /** What a comparison came to. */
    public sealed interface Result {
        /** Nothing that counts differs. */
        record Same() implements Result {}

        /** It is no copy of the report; {@code why} says what it looks like. */
        record Unrelated(String why) implements Result {}

        /**
         * It differs.
         *
         * @param changes every line that differs, in the order of the report
         * @param edits what a person would call the differences
         */
        record Edited(List<LineChange> changes, List<Edit> edits) implements Result {
            public Edited {
                changes = List.copyOf(changes);
                edits = List.copyOf(edits);
            }
        }
    }

    /** Compares {@code report} with {@code copy}. Time grows with the lines times the differences. */
    public static Result compare(Report report, String copy) {
        List<Line> old = Line.all(report.lines().stream().map(WrittenLine::text).toList());
        List<Line> now = Line.all(copy.lines().toList());
        if (now.isEmpty()) return new Result.Unrelated("it is empty");
        if (now.size() > 3 * old.size() + LINES_MORE_MAX) {
            return new Result.Unrelated("it has " + now.size() + " lines, and the report " + old.size());
        }
        if (plain(old).equals(plain(now))) return new Result.Same();
        if (!kin(old, now)) return new Result.Unrelated("it has next to nothing in common with the report");

        var sections = new SectionEdits(old, now, sources(report, old));
        LineMatch match = LineMatch.of(old, now, sections.renamed());
        var edits = new ArrayList<>(sections.edits());
        edits.addAll(PhraseEdits.of(old, now, match.changed()));
        Set<Integer> explained = new HashSet<>();
        sections.removed().forEach(s -> {
            for (int i = s.first(); i < s.end(); i++) explained.add(i);
        });
        long dropped = match.removed().stream()
                .filter(i -> !explained.contains(i) && isStatement(report, old.get(i)))
                .count();
        if (dropped > 0) {
            edits.add(Edit.plain(Edit.Kind.STATEMENTS_DROPPED, "dropped " + count(dropped, "statement")));
        }
        int added = match.added().size();
        if (added > 0) edits.add(Edit.plain(Edit.Kind.LINES_ADDED, "added " + count(added, "line")));
        return new Result.Edited(changes(report, old, now, match), edits);
    }

    private static Set<Integer> sources(Report report, List<Line> lines) {
        return IntStream.range(0, lines.size())
                .filter(i ->
                        report.lines().get(lines.get(i).number() - 1).kind().equals("source"))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static List<String> plain(List<Line> lines) {
        return lines.stream().map(Line::plain).toList();
    }

    /** Either enough lines are known, or, where every line was touched, enough of the words that carry meaning. */
    private static boolean kin(List<Line> old, List<Line> now) {
        int common = Likeness.common(plain(old), plain(now));
        if (common >= LINES_KNOWN_MIN * Math.min(old.size(), now.size())) return true;
        List<String> words = longWords(now);
        return !words.isEmpty() && Likeness.common(longWords(old), words) >= WORDS_KNOWN_MIN * words.size();
    }

    private static List<String> longWords(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> Likeness.words(line.plain()).stream())
                .filter(word -> word.length() >= LONG_WORD)
                .toList();
    }

    private static boolean isStatement(Report report, Line line) {
        String kind = report.lines().get(line.number() - 1).kind();
        return kind.equals("statement")
                || kind.isEmpty() && Heading.of(line.plain()).isEmpty();
    }

    private static List<LineChange> changes(Report report, List<Line> old, List<Line> now, LineMatch match) {
        var changes = new ArrayList<LineChange>();
        match.removed().forEach(i -> changes.add(change(LineChange.Kind.REMOVED, report, old.get(i), "")));
        match.changed()
                .forEach((i, j) -> changes.add(change(
                        LineChange.Kind.CHANGED, report, old.get(i), now.get(j).text())));
        match.moved()
                .forEach((i, j) -> changes.add(change(
                        LineChange.Kind.MOVED, report, old.get(i), now.get(j).text())));
        match.added().forEach((j, i) -> {
            int line = i == 0 ? 0 : old.get(i - 1).number();
            changes.add(
                    new LineChange(LineChange.Kind.ADDED, line, "", now.get(j).text(), report.writer()));
        });
        changes.sort(Comparator.comparingInt(LineChange::line));
        return changes;
    }

    private static LineChange change(LineChange.Kind kind, Report report, Line line, String after) {
        String step = report.lines().get(line.number() - 1).step();
        return new LineChange(kind, line.number(), line.text(), after, step);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
