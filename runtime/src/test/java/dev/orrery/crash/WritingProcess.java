package dev.orrery.crash;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Home;
import dev.orrery.journal.Journal;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.message.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that only appends, to be killed: it has no engine to load and starts in half the time. It appends to several
 * streams at once, two events and a content to a record, until each stream has {@value #EVENTS} events, or as many as the
 * property {@value #MANY} says. Arguments: the
 * home, a phase, how often, a site, and the names of the streams. What it says is described at {@link Said}.
 */
final class WritingProcess {
    static final int EVENTS = 40;
    static final String MANY = "orrery.events";

    private WritingProcess() {}

    public static void main(String[] arguments) throws Exception {
        var home = Home.open(Path.of(arguments[0]));
        List<String> names = List.of(arguments).subList(4, arguments.length);
        Said.working(home, Failpoints.Place.of(arguments), journal -> {
            var threads = new ArrayList<Thread>();
            for (String name : names) threads.add(Thread.ofVirtual().start(() -> write(journal, stream(name))));
            for (Thread thread : threads) thread.join();
        });
    }

    static StreamId stream(String name) {
        return new StreamId(StreamId.LOCAL, StreamId.Kind.MEMORY, name);
    }

    private static void write(Journal journal, StreamId stream) {
        int events = Integer.getInteger(MANY, EVENTS);
        for (long seq = journal.lastSeq(stream); seq < events; seq += 2) {
            List<StoredEvent> record = List.of(event(seq + 1), event(seq + 2));
            try {
                long commit = journal.append(stream, seq, record, List.of(content(stream, seq + 2)));
                Said.event(stream.id(), seq + 1, commit, "written");
                Said.event(stream.id(), seq + 2, commit, "written");
            } catch (JournalConflict other) {
                // Another process writes to it, too.
                seq = other.lastSeq() - 2;
            }
        }
        Said.over(stream.id(), "DONE");
    }

    /** Writes the same, and says nothing. */
    static void writeQuietly(Journal journal, StreamId stream) {
        for (long seq = 0; seq < EVENTS; seq += 2) journal.append(stream, seq, List.of(event(seq + 1), event(seq + 2)));
    }

    private static StoredEvent event(long n) {
        Json body = Json.object().with("n", n).with("text", "one of many ".repeat((int) (n % 7)));
        return new StoredEvent("written", 1, Instant.EPOCH.plusSeconds(n), body);
    }

    /** Returns the content that comes with the record whose last event is {@code seq}. */
    static Blob content(StreamId stream, long seq) {
        return Blob.of((stream + " " + seq + " ").repeat(1 + (int) (seq % 300)));
    }
}
