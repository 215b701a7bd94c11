package dev.orrery.cli.wire;

import dev.orrery.learning.FeedbackList.Given;
import dev.orrery.message.Json;

/** The form of what a human said of a run. */
public final class FeedbackJson {
    private FeedbackJson() {}

    /** Returns the form that {@code feedback list} prints. */
    public static Json.Obj of(Given given) {
        return Json.object()
                .with("run", given.run())
                .with("seq", given.seq())
                .with("at", given.at().toString())
                .with("kind", given.signal().text("kind"))
                .with("signal", given.signal());
    }
}
