package dev.orrery.journal;

import dev.orrery.message.Hash;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says which contents an event names. Events are opaque to a journal, so whoever writes them tells. Thread-safe. */
@FunctionalInterface
public interface Mentions {
    /** Knows of no event that names a content. */
    Mentions NONE = (_, _) -> Set.of();

    /**
     * Returns the names of all contents without which {@code event} cannot be understood: those that it names, and those
     * that these name in turn as far as they are there.
     *
     * @param contents finds a content by its name
     * @throws JournalDamaged when the event, or a content that names others, cannot be read
     * @throws JournalNewer when the event is of a newer Orrery
     */
    Set<Hash> of(Recorded event, Function<Hash, Optional<byte[]>> contents);
}
