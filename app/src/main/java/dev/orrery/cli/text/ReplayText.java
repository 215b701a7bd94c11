package dev.orrery.cli.text;

import dev.orrery.cli.terminal.Line;
import dev.orrery.cli.terminal.Plain;
import dev.orrery.cli.terminal.Style;
import dev.orrery.engine.history.Replayed;

/** Says what came of a replay. */
public final class ReplayText {
    private ReplayText() {}

    /** Returns the line for {@code replayed}. */
    public static Line of(Replayed replayed) {
        return replayed.difference()
                .map(difference -> Line.EMPTY
                        .and("event " + Quantities.number(difference.seq()) + ": ", Style.BAD)
                        .and(Plain.line(difference.what())))
                .orElseGet(() -> Line.EMPTY.and(Quantities.count(replayed.events(), "event")
                        + " replayed, the same state (hash " + replayed.state().brief() + ")"));
    }
}
