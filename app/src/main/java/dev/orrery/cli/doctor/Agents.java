package dev.orrery.cli.doctor;

import java.util.List;

/** Checks of what agents need. */
public final class Agents {
    private Agents() {}

    /** Says which models there are. */
    public static List<Finding> check() {
        return List.of(Finding.ok(
                "models", "none: the built-in agents quote and cite what they read; models come with a later version"));
    }
}
