package dev.orrery.cli.wire;

import dev.orrery.journal.JournalCheck;
import dev.orrery.message.Json;

/** The form of what a walk through the journal found. */
public final class CheckJson {
    private CheckJson() {}

    /** Returns the form of {@code check}. */
    public static Json.Obj of(JournalCheck check) {
        return Json.object()
                .with("whole", Json.of(check.whole()))
                .with("streams", check.streams())
                .with("records", check.records())
                .with("contents", check.blobs())
                .with("lastCommit", check.lastCommit())
                .with(
                        "damages",
                        Json.of(check.damages().stream()
                                .map(damage -> Json.object()
                                        .with("place", damage.place())
                                        .with("what", damage.what())
                                        .with("todo", damage.todo()))
                                .toList()));
    }
}
