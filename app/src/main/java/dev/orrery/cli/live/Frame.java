package dev.orrery.cli.live;

import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Style;
import dev.orrery.cli.text.Mark;
import dev.orrery.cli.text.Quantities;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One frame of the live tree: the lines for a picture at one moment, no more of them than the screen has rows. */
final class Frame {
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    private final RunPicture picture;
    private final Instant now;
    private final long beat;

    /** A frame of {@code picture} at {@code now}; {@code beat} counts frames and turns what spins. */
    Frame(RunPicture picture, Instant now, long beat) {
        this.picture = picture;
        this.now = now;
        this.beat = beat;
    }

    private record Row(Node node, int depth) {}

    /** Returns the lines, at most {@code rowsMax}. */
    List<Line> lines(int rowsMax) {
        var rows = new ArrayList<Row>();
        picture.roots().forEach(root -> grow(root, 0, rows));
        int room = Math.max(1, rowsMax - 2);
        int hidden = Math.max(0, rows.size() - room);
        List<Row> shown = hidden == 0 ? rows : fold(rows, room);
        int first = shown.stream()
                .mapToInt(r -> 2 * r.depth() + r.node().id.length() + 4)
                .max()
                .orElse(0);
        int second = shown.stream().mapToInt(r -> r.node().agent.length()).max().orElse(0) + 2;

        var lines = new ArrayList<Line>();
        lines.add(head());
        shown.forEach(row -> lines.add(line(row, first, second)));
        if (hidden > 0) lines.add(Line.EMPTY.and("  and " + Quantities.count(hidden, "more step"), Style.FAINT));
        return lines;
    }

    private static void grow(Node node, int depth, List<Row> rows) {
        rows.add(new Row(node, depth));
        node.children.forEach(child -> grow(child, depth + 1, rows));
    }

    /** Leaves out what is finished first, then what has not begun, so that what is under way stays in sight. */
    private static List<Row> fold(List<Row> rows, int room) {
        var kept = new ArrayList<>(rows);
        for (int pass = 0; pass < 3 && kept.size() > room; pass++) {
            int tooMany = kept.size() - room;
            for (int i = kept.size() - 1; i >= 0 && tooMany > 0; i--) {
                if (!mayGo(kept.get(i).node(), pass)) continue;
                kept.remove(i);
                tooMany--;
            }
        }
        return kept;
    }

    private static boolean mayGo(Node node, int pass) {
        return switch (pass) {
            case 0 -> node.mark == Mark.DONE || node.mark == Mark.ABANDONED;
            case 1 -> node.mark == Mark.WAITING;
            default -> true;
        };
    }

    private Line head() {
        String spent = Quantities.count(picture.turns(), "turn") + ", " + Quantities.count(picture.tokens(), "token");
        return signed(picture.mark())
                .and(picture.run(), Style.STRONG)
                .and("  " + time(picture.began(), picture.ended()) + ", " + spent, Style.FAINT);
    }

    private Line line(Row row, int first, int second) {
        Node node = row.node();
        String attempt = node.attempt > 1 ? "  attempt " + node.attempt : "";
        Line line = Line.of("  ".repeat(row.depth()) + "  ")
                .and(signed(node.mark))
                .and(node.id)
                .padded(first + 2)
                .and(node.agent)
                .padded(first + 2 + second)
                .and(node.since == null ? "" : time(node.since, node.until), Style.FAINT)
                .and(attempt, Style.NOTICE)
                .and(node.finished() || node.doing.isEmpty() ? "" : "  " + node.doing, Style.FAINT);
        return line.and(node.note.isEmpty() ? "" : "  " + node.note, node.mark == Mark.GAP ? Style.BAD : Style.NOTICE);
    }

    private Line signed(Mark mark) {
        boolean spins = mark == Mark.RUNNING || mark == Mark.REVIEW;
        int turn = (int) (beat % SPINNER.length());
        return Line.EMPTY.and(spins ? SPINNER.substring(turn, turn + 1) + " " : mark.sign() + " ", mark.style());
    }

    private String time(@Nullable Instant from, @Nullable Instant to) {
        if (from == null) return "starting";
        return Quantities.time(Duration.between(from, to == null ? now : to));
    }
}
