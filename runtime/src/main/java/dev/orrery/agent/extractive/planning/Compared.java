package dev.orrery.agent.extractive.planning;

import dev.orrery.agent.extractive.task.Frame.Version;
import java.util.List;

/**
 * The versions that a report compares.
 *
 * @param versions the versions with the places that are about them, the oldest first
 * @param changelogs documents whose headings name versions between them
 */
record Compared(List<Version> versions, List<String> changelogs) {
    static final Compared NOTHING = new Compared(List.of(), List.of());

    Compared {
        versions = List.copyOf(versions);
        changelogs = List.copyOf(changelogs);
    }
}
