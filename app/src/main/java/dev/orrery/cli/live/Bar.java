package dev.orrery.cli.live;

import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Style;
import dev.orrery.cli.text.Quantities;

/** A bar that fills as something gets done. */
final class Bar {
    private static final int COLUMNS = 30;

    private Bar() {}

    /** Returns the line for {@code done} out of {@code of}, which is more than 0. */
    static Line of(String what, int done, int of) {
        int full = (int) ((long) COLUMNS * Math.min(done, of) / of);
        return Line.of(what + " ")
                .and("━".repeat(full), Style.LIVE)
                .and("─".repeat(COLUMNS - full), Style.FAINT)
                .and(" " + Quantities.number(done) + " of " + Quantities.number(of));
    }
}
