package dev.orrery.testing.audit;

import dev.orrery.journal.RecordText;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.kernel.EffectClass;
import dev.orrery.message.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the world outside of a run noted by itself: what the journal acknowledged, which tools were called, what humans
 * said and were told. No part of the engine writes here. For one thread.
 */
public final class Outside {
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<Called> calls = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final List<Finding> seen = new ArrayList<>();
    private Instant until = Instant.EPOCH;

    /** Records that were acknowledged: the number of the first event, and the hash of all as they were to be written. */
    public record Acknowledged(StreamId stream, long firstSeq, List<Hash> events) {
        public Acknowledged {
            events = List.copyOf(events);
        }
    }

    /**
     * A call of a tool.
     *
     * @param key the idempotency key that came with it
     * @param durable how many events of the run were on the disk at that moment
     * @param happened whether it did something, whatever it answered
     */
    public record Called(String tool, String key, EffectClass effect, long durable, boolean happened) {}

    /**
     * What a human said about a question and was told to be accepted.
     *
     * @param word {@code answer}, {@code approve}, {@code edit} or {@code deny}
     */
    public record Said(String question, String word, Instant at) {}

    /** Notes that the journal said that {@code events} are durable. */
    public void acknowledge(StreamId stream, long firstSeq, List<StoredEvent> events) {
        acknowledged.add(new Acknowledged(
                stream, firstSeq, events.stream().map(Outside::hash).toList()));
    }

    /** Notes a call. */
    public void call(Called called) {
        calls.add(called);
    }

    /** Notes a human's word that was accepted. */
    public void say(Said word) {
        said.add(word);
    }

    /** Notes what was seen to be wrong from the outside, such as a process that broke. */
    public void complain(Finding finding) {
        seen.add(finding);
    }

    /** Notes until when the world was watched. */
    public void until(Instant end) {
        until = end;
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** Returns the calls of tools, in order. */
    public List<Called> calls() {
        return List.copyOf(calls);
    }

    /** Returns what humans said, in order. */
    public List<Said> said() {
        return List.copyOf(said);
    }

    List<Finding> seen() {
        return seen;
    }

    /** Returns until when the world was watched. */
    public Instant until() {
        return until;
    }

    /** Tells whether the call with this key happened; empty when no such call was made. */
    public Optional<Boolean> happened(String key) {
        List<Called> made = calls.stream().filter(c -> c.key().equals(key)).toList();
        return made.isEmpty() ? Optional.empty() : Optional.of(made.stream().anyMatch(Called::happened));
    }

    static Hash hash(StoredEvent event) {
        return Hash.of(RecordText.encode(List.of(event)));
    }

    static Hash hash(Recorded recorded) {
        return hash(recorded.event());
    }
}
