package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.selection.Passage;
import java.util.List;
import java.util.Optional;

/**
 * A subject of the report.
 *
 * @param name as the note, the human or the goal writes it
 * @param place the folder or file that is about it; empty when the knowledge has none
 * @param aliases other spellings that were met
 * @param evidence the passages that say that it is a subject; empty when the goal or a human named it
 */
public record Member(String name, Optional<Place> place, List<String> aliases, List<Passage> evidence) {
    public Member {
        aliases = List.copyOf(aliases);
        evidence = List.copyOf(evidence);
    }

    /** Makes a member that is known by name alone. */
    public static Member named(String name, Optional<Place> place) {
        return new Member(name, place, List.of(), List.of());
    }

    /** Returns the slug that names its research step: of its folder when it has one, else of its name. */
    public String key() {
        return Spelling.slug(place.map(Place::name).orElse(name));
    }
}
