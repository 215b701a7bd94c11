package dev.orrery.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is looked for in memory.
 *
 * @param text words
 * @param scopes the namespaces that may be read; one that ends in {@code *} stands for all that begin so
 * @param kinds the kinds wanted; none means all
 * @param reader who asks; only entries that they may read are found. Empty when it is the user, who may read all
 * @param at the time at which entries must hold
 * @param withoutRun a run whose own episode does not count
 * @param limit the most hits, from 1 to {@value #LIMIT_MAX}
 */
public record MemoryQuery(
        String text,
        List<String> scopes,
        List<String> kinds,
        Optional<String> reader,
        Instant at,
        Optional<String> withoutRun,
        int limit) {
    /** The most hits that one search gives. */
    public static final int LIMIT_MAX = 60;

    public MemoryQuery {
        scopes = List.copyOf(scopes);
        kinds = List.copyOf(kinds);
        limit = Math.clamp(limit, 1, LIMIT_MAX);
    }

    /** The user looks for {@code text} everywhere. */
    public static MemoryQuery user(String text, Instant at, int limit) {
        return new MemoryQuery(text, List.of("*"), List.of(), Optional.empty(), at, Optional.empty(), limit);
    }

    /** Tells whether {@code entry} may be found at all: by scope, kind, reader, time and run. */
    public boolean allows(Entry entry) {
        return entry.holds(at)
                && scopes.stream().anyMatch(s -> isIn(entry.what().namespace(), s))
                && (kinds.isEmpty() || kinds.contains(entry.what().kind()))
                && reader.map(r -> mayRead(entry, r)).orElse(true)
                && withoutRun
                        .map(run -> !entry.what().author().equals("run:" + run))
                        .orElse(true);
    }

    private static boolean isIn(String namespace, String scope) {
        return scope.endsWith("*")
                ? namespace.startsWith(scope.substring(0, scope.length() - 1))
                : namespace.equals(scope);
    }

    private static boolean mayRead(Entry entry, String reader) {
        var readers = entry.what().label().readers();
        return readers.isEmpty() || readers.contains(reader);
    }
}
