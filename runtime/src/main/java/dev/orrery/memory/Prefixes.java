package dev.orrery.memory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of the knowledge, told by path prefixes: {@code acme} holds the file or folder of that name and all below it, and
 * not {@code acme-2}. No prefixes hold everything.
 */
public record Prefixes(List<String> paths) {
    /** The whole knowledge. */
    public static final Prefixes ALL = new Prefixes(List.of());

    /** The most prefixes that are taken. */
    public static final int MAX = 64;

    public Prefixes {
        if (paths.size() > MAX) throw new IllegalArgumentException("at most " + MAX + " prefixes, not " + paths.size());
        paths = paths.stream().map(Prefixes::clean).distinct().toList();
        // A prefix without a name is the root, and the root holds everything.
        if (paths.contains("")) paths = List.of();
    }

    private static String clean(String path) {
        return path.strip().replace('\\', '/').replaceAll("^(?:\\./|/)+|/+$|^\\.$", "");
    }

    /** Tells whether {@code path} is in this part. */
    public boolean holds(String path) {
        return paths.isEmpty() || paths.stream().anyMatch(p -> isIn(path, p));
    }

    /** Returns what is in both parts; empty when nothing can be. */
    public Optional<Prefixes> and(Prefixes other) {
        if (paths.isEmpty()) return Optional.of(other);
        if (other.paths.isEmpty()) return Optional.of(this);
        List<String> both = Stream.concat(
                        paths.stream().filter(other::holds),
                        other.paths.stream().filter(this::holds))
                .distinct()
                .toList();
        return both.isEmpty() ? Optional.empty() : Optional.of(new Prefixes(both));
    }

    private static boolean isIn(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
