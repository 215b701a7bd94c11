package dev.orrery.memory;

import dev.orrery.journal.StoredEvent;
import dev.orrery.message.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What may happen to entries of memory. Their stream is the record of truth; all else is made from it. */
public sealed interface EntryEvent {
    /** The version of the stored shapes. */
    int VERSION = 1;

    /** The types under which these events are stored. */
    Set<String> TYPES = Set.of(
            "entry.proposed", "entry.added", "entry.accepted", "entry.rejected", "entry.closed", "entry.flagged");

    /** Somebody proposed {@code entry}, in a new version when the id is known. */
    record Proposed(Entry entry) implements EntryEvent {}

    /** {@code entry} came to hold without review: the user said so. */
    record Added(Entry entry) implements EntryEvent {}

    /** A proposal was accepted. */
    record Accepted(String id) implements EntryEvent {}

    /** A proposal was rejected. */
    record Rejected(String id, String why) implements EntryEvent {}

    /** An entry no longer holds. */
    record Closed(String id, String why) implements EntryEvent {}

    /** A live entry should be looked at again. */
    record Flagged(String id, String why) implements EntryEvent {}

    /** Returns the id of the entry that it happens to. */
    default String id() {
        return switch (this) {
            case Proposed e -> e.entry().id();
            case Added e -> e.entry().id();
            case Accepted e -> e.id();
            case Rejected e -> e.id();
            case Closed e -> e.id();
            case Flagged e -> e.id();
        };
    }

    /** Returns the form in which it is stored. */
    default StoredEvent stored(Instant at) {
        return switch (this) {
            case Proposed e ->
                new StoredEvent("entry.proposed", VERSION, at, e.entry().toJson());
            case Added e ->
                new StoredEvent("entry.added", VERSION, at, e.entry().toJson());
            case Accepted e ->
                new StoredEvent("entry.accepted", VERSION, at, Json.object().with("id", e.id()));
            case Rejected e -> new StoredEvent("entry.rejected", VERSION, at, because(e.id(), e.why()));
            case Closed e -> new StoredEvent("entry.closed", VERSION, at, because(e.id(), e.why()));
            case Flagged e -> new StoredEvent("entry.flagged", VERSION, at, because(e.id(), e.why()));
        };
    }

    private static Json because(String id, String why) {
        return Json.object().with("id", id).with("why", why);
    }

    /** Reads a stored event; empty when it is none of these, or in a shape that is not known here. */
    static Optional<EntryEvent> of(StoredEvent event) {
        Json body = event.body();
        try {
            return Optional.ofNullable(
                    switch (event.type()) {
                        case "entry.proposed" -> new Proposed(Entry.of(body));
                        case "entry.added" -> new Added(Entry.of(body));
                        case "entry.accepted" -> new Accepted(body.text("id"));
                        case "entry.rejected" -> new Rejected(body.text("id"), body.text("why"));
                        case "entry.closed" -> new Closed(body.text("id"), body.text("why"));
                        case "entry.flagged" -> new Flagged(body.text("id"), body.text("why"));
                        default -> null;
                    });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the entry after this event; empty when it happens to an entry that there is not. */
    default Optional<Entry> apply(Optional<Entry> before, Instant at) {
        return switch (this) {
            case Proposed e -> Optional.of(e.entry());
            case Added e -> Optional.of(e.entry());
            case Accepted _ -> before.map(b -> b.now(Status.LIVE, ""));
            case Rejected e -> before.map(b -> b.now(Status.REJECTED, e.why()));
            case Closed e -> before.map(b -> b.closed(at, e.why()));
            case Flagged e -> before.map(b -> b.flagged(e.why()));
        };
    }
}
