package dev.orrery.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an agent can be asked for. Steps name one; routing finds the agents that have it. */
public enum Capability {
    /** Turns a goal into a plan, or a failing plan into another. */
    PLAN,
    /** Finds statements with their sources. */
    RESEARCH,
    /** Drafts the document that is delivered. */
    WRITE,
    /** Judges a result against its rubric. */
    QA,
    /** Proposes what is worth remembering. */
    MEMORY,
    /** Writes or runs code. */
    CODE,
    /** Uses tools on the user's behalf. */
    TOOL;

    /** Returns the name used in agent files, plans and events. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the capability with this wire name. */
    public static Optional<Capability> of(String wire) {
        return Arrays.stream(values()).filter(c -> c.wire().equals(wire)).findFirst();
    }

    /** Returns all wire names, for messages. */
    public static String all() {
        return Arrays.stream(values()).map(Capability::wire).collect(Collectors.joining(" "));
    }
}
