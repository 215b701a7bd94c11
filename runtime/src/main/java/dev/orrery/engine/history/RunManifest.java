package dev.orrery.engine.history;

import dev.orrery.message.Json;

/**
 * What an export says of itself.
 *
 * @param run the run's id
 * @param events how many events it has
 * @param records how many records hold them
 * @param contents how many contents they name
 * @param head the hash of the last record, in hex: two exports with the same head hold the same history
 */
public record RunManifest(String run, long events, long records, long contents, String head) {
    /** The version of the format that is written, and the highest that is read. */
    static final int VERSION = 1;

    /** What tells this format from others. */
    static final String FORMAT = "orrery-run";

    Json toJson() {
        return Json.object()
                .with("format", FORMAT)
                .with("version", VERSION)
                .with("run", run)
                .with("events", events)
                .with("records", records)
                .with("contents", contents)
                .with("head", head);
    }

    static RunManifest of(Json json) {
        return new RunManifest(
                json.text("run"),
                json.number("events", 0),
                json.number("records", 0),
                json.number("contents", 0),
                json.text("head"));
    }
}
