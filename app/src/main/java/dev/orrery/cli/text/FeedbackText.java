package dev.orrery.cli.text;

import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.learning.FeedbackList.Given;
import dev.orrery.message.Json;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows what humans said of runs, one per line. */
public final class FeedbackText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private FeedbackText() {}

    /** Returns one line for each of {@code all}, with times in {@code zone}. */
    public static List<Line> of(List<Given> all, ZoneId zone) {
        int width = all.stream().mapToInt(g -> g.run().length()).max().orElse(0);
        return all.stream()
                .map(given -> Line.EMPTY
                        .and(given.run(), Style.STRONG)
                        .padded(width + 2)
                        .and(TIME.withZone(zone).format(given.at()), Style.FAINT)
                        .and("  " + Plain.line(said(given.signal()))))
                .toList();
    }

    private static String said(Json signal) {
        return switch (signal.text("kind")) {
            case "rating" -> "rated " + signal.number("rating", 0) + " of 5";
            case "approve" -> signal.flag("unchanged") ? "approved: the copy was unchanged" : "approved";
            case "reject" -> "rejected: " + signal.text("why");
            case "edited" -> edited(signal);
            default -> signal.text("kind");
        };
    }

    private static String edited(Json signal) {
        long lines = signal.number("changed", 0);
        String edits = signal.list("edits").stream().map(e -> e.text("text")).collect(Collectors.joining("; "));
        return "edited " + lines + (lines == 1 ? " line" : " lines") + (edits.isEmpty() ? "" : ": " + edits);
    }
}
