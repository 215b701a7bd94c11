package dev.orrery.journal;

import dev.orrery.message.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the home's stream says of streams that were removed: which they were, and which commits went with them. Whoever
 * walks the journal misses no others.
 */
public final class Pruned {
    /** The event's type. */
    public static final String TYPE = "runs.pruned";

    /** The stream that has it. */
    public static final StreamId STREAM = new StreamId(StreamId.LOCAL, StreamId.Kind.HOME, "home");

    private Pruned() {}

    /** A row of commits, both ends included. */
    public record Commits(long first, long last) {
        /** Tells whether {@code commit} is one of them. */
        public boolean holds(long commit) {
            return first <= commit && commit <= last;
        }
    }

    /** Returns the event for {@code streams}, whose commits are {@code commits}, in order. */
    public static StoredEvent event(List<StreamHead> streams, List<Long> commits, Instant at) {
        Json.Obj body = Json.object()
                .with(
                        "runs",
                        Json.of(streams.stream()
                                .map(head -> Json.object()
                                        .with("run", head.stream().id())
                                        .with("events", head.lastSeq()))
                                .toList()))
                .with(
                        "commits",
                        Json.of(ranges(commits).stream()
                                .map(c -> Json.object().with("first", c.first()).with("last", c.last()))
                                .toList()));
        return new StoredEvent(TYPE, 1, at, body);
    }

    private static List<Commits> ranges(List<Long> commits) {
        var ranges = new ArrayList<Commits>();
        for (long commit : commits) {
            boolean next = !ranges.isEmpty() && ranges.getLast().last() + 1 == commit;
            long first = next ? ranges.removeLast().first() : commit;
            ranges.add(new Commits(first, commit));
        }
        return ranges;
    }

    /** Returns the first of the commits {@code first} to {@code last} that is not among {@code gone}. */
    public static OptionalLong missing(List<Commits> gone, long first, long last) {
        for (long commit = first; commit <= last; ) {
            long looked = commit;
            Optional<Commits> with = gone.stream().filter(c -> c.holds(looked)).findFirst();
            if (with.isEmpty()) return OptionalLong.of(commit);
            commit = with.get().last() + 1;
        }
        return OptionalLong.empty();
    }

    /** Returns the commits that went, as {@code events} of the home's stream say. */
    public static List<Commits> commits(List<Recorded> events) {
        return events.stream()
                .map(Recorded::event)
                .filter(e -> e.type().equals(TYPE))
                .flatMap(e -> commits(e).stream())
                .toList();
    }

    /** Returns the commits that went, as {@code event} says. */
    private static List<Commits> commits(StoredEvent event) {
        return event.body().list("commits").stream()
                .map(c -> new Commits(c.number("first", 0), c.number("last", 0)))
                .toList();
    }
}
