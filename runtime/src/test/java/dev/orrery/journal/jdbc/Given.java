package dev.orrery.journal.jdbc;

import dev.orrery.journal.Home;
import dev.orrery.journal.Journal;
import dev.orrery.journal.Projection;
import dev.orrery.journal.RunList;
import dev.orrery.journal.StoredEvent;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.TimerList;
import dev.orrery.journal.WaitList;
import dev.orrery.message.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What the tests of this package start from. */
final class Given {
    static final List<Projection> LISTS = List.of(RunList.projection(), WaitList.projection(), TimerList.projection());

    private Given() {}

    static StoredEvent event(String type, long n) {
        Json.Obj body =
                Json.object().with("n", n).with("goal", "Reach the moon").with("id", "q" + n);
        return new StoredEvent(type, 1, Instant.parse("2026-03-01T10:00:00Z").plusSeconds(n), body);
    }

    /** Appends {@code events} events to {@code stream}, two to a record, with a content each. */
    static void fill(Journal journal, StreamId stream, int events) {
        for (long seq = journal.lastSeq(stream), end = seq + events; seq < end; seq += 2) {
            var record =
                    List.of(event(seq == 0 ? "run.started" : "human.asked", seq), event("step.completed", seq + 1));
            journal.append(stream, seq, record, List.of(dev.orrery.journal.Blob.of("window " + stream + seq)));
        }
    }

    /** Copies what lies in {@code from}, as a crash or a loss of power would leave it. */
    static Home image(Home from, Path to) throws IOException {
        Home copy = Home.open(to);
        try (Stream<Path> files = Files.list(from.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // SQLite makes the shared-memory file anew when nobody has the database open.
                if (!file.toString().endsWith("-shm")) Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    static void flip(Path file, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 0x10;
        Files.write(file, bytes);
    }
}
