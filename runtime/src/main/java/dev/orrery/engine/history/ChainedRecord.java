package dev.orrery.engine.history;

import dev.orrery.journal.Journal;
import dev.orrery.journal.RecordChain;
import dev.orrery.journal.RecordText;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * A record of a stream with its place in the chain.
 *
 * @param firstSeq the number of its first event
 * @param hash its hash, in hex, which covers all records before it
 */
record ChainedRecord(StreamId stream, long firstSeq, List<StoredEvent> events, String hash) {
    private static final int PAGE = 1_000;

    ChainedRecord {
        events = List.copyOf(events);
    }

    /** Returns the record that follows {@code previous}, the hash in hex of the one before it. */
    static ChainedRecord after(String previous, StreamId stream, long firstSeq, List<StoredEvent> events) {
        byte[] textHash = RecordChain.sha256(RecordText.encode(events));
        byte[] hash = RecordChain.hash(HexFormat.of().parseHex(previous), firstSeq, textHash);
        return new ChainedRecord(stream, firstSeq, events, HexFormat.of().formatHex(hash));
    }

    /** Returns what stands before the first record of {@code stream}, in hex. */
    static String origin(StreamId stream) {
        return HexFormat.of().formatHex(RecordChain.origin(stream));
    }

    long lastSeq() {
        return firstSeq + events.size() - 1;
    }

    /** Returns the events as they are read from a journal, where commit numbers do not matter. */
    List<Recorded> recorded() {
        var out = new ArrayList<Recorded>();
        for (StoredEvent event : events) out.add(new Recorded(stream, firstSeq + out.size(), event, 0));
        return out;
    }

    /** Hands the records of {@code stream} up to event {@code lastSeq} to {@code reader}, in order; returns the hash of the last. */
    static String read(Journal journal, StreamId stream, long lastSeq, Consumer<ChainedRecord> reader) {
        String hash = origin(stream);
        var pending = new ArrayList<Recorded>();
        for (long seq = 0; seq < lastSeq; ) {
            List<Recorded> page = journal.read(stream, seq, (int) Math.min(PAGE, lastSeq - seq));
            for (Recorded event : page) {
                if (!pending.isEmpty() && pending.getLast().commit() != event.commit()) {
                    hash = hand(hash, stream, pending, reader);
                }
                pending.add(event);
                seq = event.seq();
            }
        }
        return pending.isEmpty() ? hash : hand(hash, stream, pending, reader);
    }

    private static String hand(
            String previous, StreamId stream, List<Recorded> pending, Consumer<ChainedRecord> reader) {
        ChainedRecord record = after(
                previous,
                stream,
                pending.getFirst().seq(),
                pending.stream().map(Recorded::event).toList());
        reader.accept(record);
        pending.clear();
        return record.hash();
    }
}
