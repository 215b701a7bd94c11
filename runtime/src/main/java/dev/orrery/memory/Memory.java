package dev.orrery.memory;

import java.util.List;
import java.util.Optional;

/**
 * Long-term memory: entries under governance, and episodes of what happened. Agents propose; only this decides. Every
 * change is an event in the journal. Thread-safe; several processes may use one memory.
 */
public interface Memory extends AutoCloseable {
    /** What became of a request. */
    sealed interface Outcome {
        /** It was done; the entry as it now is. */
        record Done(Entry entry) implements Outcome {}

        /** There is such an entry already, and it stays as it is. */
        record Known(Entry entry) implements Outcome {}

        /** It was not done; {@code reason} says why in words for the user. */
        record Refused(String reason) implements Outcome {}
    }

    /** One step in the life of an entry. */
    record Change(java.time.Instant at, String type, EntryEvent event) {}

    /**
     * Hands in a proposal of an agent. It is checked and then accepted or queued for review. The same proposal again, as
     * after a crash, changes nothing.
     */
    Outcome propose(Proposal proposal);

    /** Adds what the user says, without review. An entry that was closed or rejected comes back in a new version. */
    Outcome add(Proposal proposal);

    /** Accepts a proposal, or confirms an entry that was flagged. What it contradicts is closed. */
    Outcome accept(String id);

    /** Rejects a proposal, or closes an entry that was flagged. */
    Outcome reject(String id, String why);

    /** Closes an entry, and all that rests on it. */
    Outcome forget(String id, String why);

    /**
     * Closes every entry that rests on {@code source}: a path, {@code run:ID} or {@code memory:ID}. Returns those that
     * were closed.
     */
    List<Entry> revoke(String source, String why);

    /** Marks a live entry to be looked at again. */
    Outcome flag(String id, String why);

    /** Returns the entry or episode whose id is, or alone begins with, {@code id}. */
    Optional<Entry> entry(String id);

    /** Returns the entries of these statuses, episodes among the live ones, by the time at which they were recorded. */
    List<Entry> list(List<Status> statuses);

    /** Returns what waits for review: proposals, and live entries that were flagged. */
    List<Entry> review();

    /** Returns what happened to the entry {@code id}, in order. */
    List<Change> history(String id);

    /** Finds live entries and episodes. */
    MemoryHits search(MemoryQuery query);

    @Override
    void close();
}
