package dev.orrery.bench.speed;

import dev.orrery.journal.Home;
import dev.orrery.journal.Recorded;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.SqliteJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The command as a user starts it: from the shell to the first step that is durable. */
final class ColdStart {
    static final String WORK = "cold-first-step-seconds";

    private static final String RUN = "cold";

    private ColdStart() {}

    static Figure measure(Work.Room room) throws IOException, InterruptedException {
        Path documents = Files.createDirectories(room.folder().resolve("cold-documents"));
        Files.writeString(documents.resolve("acme.md"), "# Acme\n\nAcme is licensed under Apache-2.0.\n");
        Files.writeString(documents.resolve("bolt.md"), "# Bolt\n\nBolt is licensed under MIT.\n");
        var seconds = new double[room.times(7, 21)];
        once(room.folder().resolve("cold-first"), documents, room);
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = once(room.folder().resolve("cold-" + i), documents, room);
        }
        return Figure.of(
                WORK, "s", seconds, "≤ 0.5", "./orrery run with its start-up cache, a new home, two documents");
    }

    private static double once(Path home, Path documents, Work.Room room) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        "./orrery",
                        "--home",
                        home.toString(),
                        "run",
                        "--id",
                        RUN,
                        "Compare the two products on licence",
                        "--knowledge",
                        documents.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Instant began = Instant.now();
        Process process = builder.start();
        process.getOutputStream().close();
        process.waitFor();
        // The event is stamped when it is decided, and durable a force of the disk later.
        return (firstStep(home).toEpochMilli() - began.toEpochMilli() + room.diskMillis()) / 1e3;
    }

    private static Instant firstStep(Path home) throws IOException {
        try (var journal = SqliteJournal.open(Home.open(home), List.of())) {
            return journal.read(StreamId.run(RUN), 0, 1_000).stream()
                    .map(Recorded::event)
                    .filter(event -> event.type().equals("step.completed"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the run in " + home + " completed no step"))
                    .at();
        }
    }
}
