package dev.orrery.journal.jdbc;

import dev.orrery.message.Hash;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The contents that the writer knows to be kept, so that it need not offer them again: most of what a window shows stood
 * in the one before. What a transaction adds counts for the transaction and is known only when it is committed. Whoever
 * removes contents has all of this forgotten. For one thread.
 */
final class KeptBlobs {
    /** Beyond this many the one that was named least lately is forgotten; each takes about 250 bytes. */
    private static final int KNOWN_MAX = 4_096;

    private final Map<Hash, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, Boolean> eldest) {
            return size() > KNOWN_MAX;
        }
    };
    private final Set<Hash> added = new HashSet<>();

    /** Tells whether {@code hash} is to be written: it was neither committed nor added in this transaction. */
    boolean add(Hash hash) {
        return known.get(hash) == null && added.add(hash);
    }

    /** Knows what the transaction added. */
    void commit() {
        for (Hash hash : added) known.put(hash, true);
        added.clear();
    }

    /** Forgets everything, as someone else wrote, contents were removed, or the transaction failed. */
    void forget() {
        known.clear();
        added.clear();
    }
}
