package dev.orrery.cli.text;

import dev.orrery.RunSummary;
import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Shows runs one per line, in the order given. */
public final class RunList {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private RunList() {}

    /** Returns one line for each of {@code runs}, with times in {@code zone}. */
    public static List<Line> of(List<RunSummary> runs, ZoneId zone) {
        int width = runs.stream().mapToInt(r -> r.run().length()).max().orElse(0);
        return runs.stream().map(run -> line(run, width, zone)).toList();
    }

    private static Line line(RunSummary run, int width, ZoneId zone) {
        Mark mark = Mark.of(run.status());
        return Line.EMPTY
                .and(mark.sign() + " ", mark.style())
                .and(run.run(), Style.STRONG)
                .padded(width + 4)
                .and(run.status().wire(), mark.style())
                .padded(width + 15)
                .and(TIME.withZone(zone).format(run.started()), Style.FAINT)
                .and("  " + Plain.line(run.goal()));
    }
}
