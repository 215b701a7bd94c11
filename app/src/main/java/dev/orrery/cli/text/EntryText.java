package dev.orrery.cli.text;

import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.memory.Entry;
import dev.orrery.memory.EntryEvent;
import dev.orrery.memory.Memory;
import dev.orrery.memory.Status;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows entries of memory. */
public final class EntryText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private EntryText() {}

    /** Returns the line of an entry in a list. */
    public static Line line(Entry entry) {
        return Line.EMPTY
                .and(entry.id() + "@" + entry.version(), Style.STRONG)
                .padded(16)
                .and(entry.status().wire(), style(entry.status()))
                .and(entry.flagged() ? " flagged" : "", Style.NOTICE)
                .padded(26)
                .and(entry.what().kind())
                .padded(37)
                .and(Plain.line(entry.what().namespace()), Style.FAINT)
                .and("  " + Plain.line(entry.what().text()));
    }

    /** Returns the lines of one entry by itself. */
    public static List<Line> of(Entry entry) {
        var lines = new ArrayList<Line>();
        lines.add(line(entry));
        field("from", entry.what().author(), lines);
        entry.what().sources().forEach(source -> field("rests on", source, lines));
        entry.what().rule().ifPresent(rule -> PrettyJson.lines(rule).forEach(line -> field("rule", line, lines)));
        field("holds from", entry.validFrom().toString(), lines);
        entry.validTo().ifPresent(at -> field("held until", at.toString(), lines));
        if (!entry.note().isEmpty()) field("note", entry.note(), lines);
        entry.contradicts().forEach(id -> field("against", id, lines));
        return lines;
    }

    /** Returns the lines of an entry that waits for a decision, with the commands that make one. */
    public static List<Line> review(Entry entry, CommandLines program) {
        var lines = new ArrayList<>(of(entry));
        lines.add(Line.of("    ").and(program.of("memory", "accept", entry.id()), Style.LIVE));
        lines.add(Line.of("    ").and(program.of("memory", "reject", entry.id()) + " --why \"WHY\"", Style.LIVE));
        return lines;
    }

    /** Returns the line of something that happened to an entry, with its time in {@code zone}. */
    public static Line of(Memory.Change change, ZoneId zone) {
        String what = switch (change.event()) {
            case EntryEvent.Proposed e ->
                "proposed, version " + e.entry().version() + ": "
                        + e.entry().what().text();
            case EntryEvent.Added e ->
                "added, version " + e.entry().version() + ": "
                        + e.entry().what().text();
            case EntryEvent.Accepted _ -> "accepted";
            case EntryEvent.Rejected e -> "rejected: " + e.why();
            case EntryEvent.Closed e -> "closed: " + e.why();
            case EntryEvent.Flagged e -> "flagged: " + e.why();
        };
        return Line.EMPTY
                .and(TIME.withZone(zone).format(change.at()), Style.FAINT)
                .and("  " + Plain.line(what));
    }

    private static void field(String name, String value, List<Line> lines) {
        lines.add(Line.EMPTY.and("  " + name, Style.FAINT).padded(14).and(Plain.line(value)));
    }

    private static Style style(Status status) {
        return switch (status) {
            case LIVE -> Style.GOOD;
            case PROPOSED -> Style.NOTICE;
            case REJECTED, CLOSED -> Style.FAINT;
        };
    }
}
