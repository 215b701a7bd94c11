package dev.orrery.learning;

import dev.orrery.message.Json;

/**
 * Why something is proposed: one event of one run.
 *
 * @param run which run
 * @param seq which event of it
 * @param signal what the event says, for people
 */
public record Evidence(String run, long seq, String signal) {
    /** Returns the stable form. */
    public Json.Obj toJson() {
        return Json.object().with("run", run).with("seq", seq).with("signal", signal);
    }

    /** Reads what {@link #toJson} wrote. */
    static Evidence of(Json json) {
        return new Evidence(json.text("run"), json.number("seq", 0), json.text("signal"));
    }
}
