package dev.orrery.cli.wire;

import dev.orrery.memory.Entry;
import dev.orrery.memory.EntryEvent;
import dev.orrery.memory.Memory;
import dev.orrery.memory.MemoryHits;
import dev.orrery.message.Json;

/** The forms of an entry of memory, of one that was found, and of what happened to one. */
public final class EntryJson {
    private EntryJson() {}

    /** Returns the form that {@code memory list}, {@code show} and {@code review} print. */
    public static Json.Obj of(Entry entry) {
        return Json.object()
                .with("id", entry.id())
                .with("kind", entry.what().kind())
                .with("namespace", entry.what().namespace())
                .with("text", entry.what().text())
                .with(
                        "source",
                        entry.what().sources().stream()
                                .findFirst()
                                .orElse(entry.what().author()))
                .with("status", entry.status().wire())
                .with("version", entry.version())
                .with("cite", entry.source())
                .with("author", entry.what().author())
                .with("sources", Json.texts(entry.what().sources()))
                .with("rule", entry.what().rule().orElse(Members.NONE))
                .with("data", entry.what().data())
                .with("validFrom", entry.validFrom().toString())
                .with("validTo", Members.at(entry.validTo()))
                .with("recordedAt", entry.recordedAt().toString())
                .with("note", Members.orNull(entry.note()))
                .with("flagged", Json.of(entry.flagged()))
                .with("contradicts", Json.texts(entry.contradicts()));
    }

    /** Returns the form that {@code memory search} prints: the entry's, and how well it fits. */
    public static Json.Obj of(MemoryHits.Hit hit) {
        return of(hit.entry()).with("score", Json.of(hit.score()));
    }

    /** Returns the form that {@code memory history} prints. */
    public static Json.Obj of(Memory.Change change) {
        Json.Obj json = Json.object()
                .with("id", change.event().id())
                .with("at", change.at().toString())
                .with("type", change.type());
        return switch (change.event()) {
            case EntryEvent.Proposed e ->
                json.with("version", e.entry().version())
                        .with("text", e.entry().what().text())
                        .with("why", Members.NONE);
            case EntryEvent.Added e ->
                json.with("version", e.entry().version())
                        .with("text", e.entry().what().text())
                        .with("why", Members.NONE);
            case EntryEvent.Accepted _ -> unversioned(json, Members.NONE);
            case EntryEvent.Rejected e -> unversioned(json, Json.of(e.why()));
            case EntryEvent.Closed e -> unversioned(json, Json.of(e.why()));
            case EntryEvent.Flagged e -> unversioned(json, Json.of(e.why()));
        };
    }

    private static Json.Obj unversioned(Json.Obj json, Json why) {
        return json.with("version", Members.NONE).with("text", Members.NONE).with("why", why);
    }
}
