package dev.orrery.rules;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may import whom. A room is a package below {@code dev.orrery}; the facade is the package {@code dev.orrery} itself.
 * A room may also import what its imports may. A new room or a new arrow needs an ADR first.
 */
final class Rooms {
    static final String FACADE = "(facade)";
    private static final String ROOT = "dev.orrery";

    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry("message", Set.of()),
            entry("plan", Set.of("message")),
            entry("kernel", Set.of("plan")),
            entry("policy", Set.of("kernel")),
            entry("route", Set.of("kernel")),
            entry("journal", Set.of("kernel")),
            entry("model", Set.of("kernel")),
            entry("tool", Set.of("kernel")),
            entry("agent", Set.of("model", "tool")),
            entry("memory", Set.of("journal", "tool")),
            entry("context", Set.of("agent", "memory", "tool")),
            entry("learning", Set.of("journal", "memory", "route")),
            entry("engine", Set.of("journal", "agent", "memory", "context")),
            entry(FACADE, Set.of("engine", "learning", "policy", "route")),
            entry("cli", Set.of(FACADE)),
            entry("testing", Set.of("engine", "learning", "policy", "route")),
            entry("bench", Set.of(FACADE)),
            entry("examples", Set.of(FACADE)));

    /** Rooms that declare ports; what nests below them is an adapter. */
    static final Set<String> PORTS = Set.of("journal", "model", "tool", "agent", "memory");

    /** Packages below a port's room that adapt nothing: pure checks, for everyone who may import the room. */
    private static final Set<String> CHECKS = Set.of(ROOT + ".agent.claim", ROOT + ".agent.screen");

    /** Rooms without clock, chance, threads or I/O. */
    static final Set<String> PURE = Set.of("message", "plan", "kernel", "policy", "route");

    private Rooms() {}

    /** Return the room of a package, or {@link #FACADE}. */
    static String of(String packageName) {
        if (packageName.equals(ROOT)) {
            return FACADE;
        }
        String below = packageName.substring(ROOT.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    static boolean isOurs(String packageName) {
        return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
    }

    static boolean isKnown(String room) {
        return ARROWS.containsKey(room);
    }

    /** Tell whether a package is an adapter's: it nests below a room that declares a port. */
    static boolean isAdapter(String packageName) {
        String room = of(packageName);
        return PORTS.contains(room) && !packageName.equals(ROOT + "." + room) && !CHECKS.contains(packageName);
    }

    /** Return every room that this one may import, itself included. */
    static Set<String> visibleFrom(String room) {
        Set<String> seen = new HashSet<>();
        collect(room, seen);
        return seen;
    }

    private static void collect(String room, Set<String> seen) {
        if (seen.add(room)) {
            ARROWS.getOrDefault(room, Set.of()).forEach(next -> collect(next, seen));
        }
    }
}
