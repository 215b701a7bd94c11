package dev.orrery.cli.wire;

import dev.orrery.engine.history.Replayed;
import dev.orrery.message.Json;

/** The form of what came of a replay. */
public final class ReplayJson {
    private ReplayJson() {}

    /** Returns the form of {@code replayed}. */
    public static Json.Obj of(Replayed replayed) {
        Json difference = replayed.difference()
                .<Json>map(d -> Json.object().with("seq", d.seq()).with("what", d.what()))
                .orElse(new Json.Null());
        return Json.object()
                .with("run", replayed.run())
                .with("events", replayed.events())
                .with("same", Json.of(replayed.same()))
                .with("state", replayed.state().hex())
                .with("difference", difference);
    }
}
