package dev.orrery.journal.jdbc;

import dev.orrery.journal.Blob;
import dev.orrery.journal.Home;
import dev.orrery.journal.JournalConflict;
import dev.orrery.journal.StreamId;
import java.nio.file.Path;
import java.util.List;

/**
 * A process of its own that appends until it is killed, or until a stream that it shares has so many events, and prints
 * what was acknowledged: {@code STREAM SEQ COMMIT}. Arguments: the home, a name, the bound for the shared stream (0 for
 * none).
 */
final class Appender {
    static final StreamId SHARED = StreamId.run("shared");
    private static final int THREADS = 4;

    private Appender() {}

    public static void main(String[] arguments) throws InterruptedException {
        var home = Home.open(Path.of(arguments[0]));
        String name = arguments[1];
        long bound = Long.parseLong(arguments[2]);
        try (SqliteJournal journal = SqliteJournal.open(home, Given.LISTS)) {
            if (bound > 0) {
                share(journal, name, bound);
                return;
            }
            for (int i = 0; i < THREADS; i++) {
                var stream = StreamId.run(name + "-" + i);
                Thread.ofVirtual().start(() -> appendForEver(journal, stream));
            }
            Thread.currentThread().join();
        }
    }

    private static void share(SqliteJournal journal, String name, long bound) {
        long seq = journal.lastSeq(SHARED);
        while (seq < bound) {
            try {
                long commit = journal.append(SHARED, seq, List.of(Given.event(name, seq)));
                say(SHARED, seq + 1, commit);
                seq++;
            } catch (JournalConflict tooLate) {
                seq = tooLate.lastSeq();
            }
        }
    }

    private static void appendForEver(SqliteJournal journal, StreamId stream) {
        for (long seq = journal.lastSeq(stream); ; seq++) {
            long commit = journal.append(
                    stream, seq, List.of(Given.event("a", seq)), List.of(Blob.of(stream + " " + (seq + 1))));
            say(stream, seq + 1, commit);
        }
    }

    /** One write for one line, so that a kill leaves no half of one that counts. */
    private static void say(StreamId stream, long seq, long commit) {
        System.out.print(stream.id() + " " + seq + " " + commit + "\n");
    }
}
