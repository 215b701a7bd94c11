package dev.orrery.cli.text;

import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.journal.JournalCheck;
import java.util.List;
import java.util.stream.Stream;

/** Says what a walk through the journal found. */
public final class CheckText {
    private CheckText() {}

    /** Returns a line for each damage and one that sums up. */
    public static List<Line> of(JournalCheck check) {
        if (check.whole()) return List.of(Line.EMPTY.and("whole: ", Style.GOOD).and(whole(check)));
        String all = check.damages().size() < JournalCheck.DAMAGES_MAX ? "" : " at least";
        Line sum = Line.EMPTY
                .and("damaged:", Style.BAD)
                .and(all + " " + Quantities.count(check.damages().size(), "damage") + " in " + read(check));
        return Stream.concat(check.damages().stream().map(CheckText::line), Stream.of(sum))
                .toList();
    }

    /** Returns what was read, of a journal that is whole. */
    public static String whole(JournalCheck check) {
        return read(check) + ", all as they were written";
    }

    private static String read(JournalCheck check) {
        return Quantities.count(check.records(), "record") + " in " + Quantities.count(check.streams(), "stream")
                + " and " + Quantities.count(check.blobs(), "content");
    }

    private static Line line(JournalCheck.Damage damage) {
        return Line.EMPTY
                .and(Plain.line(damage.toString()), Style.BAD)
                .and(". " + Plain.line(damage.todo()), Style.STRONG);
    }
}
