package dev.orrery.crash;

import dev.orrery.crash.Failpoints.Place;
import dev.orrery.engine.Engine;
import dev.orrery.journal.Home;
import dev.orrery.journal.StreamId;
import dev.orrery.journal.jdbc.SqliteJournal;
import dev.orrery.kernel.Command;
import dev.orrery.kernel.Question;
import dev.orrery.kernel.RunState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One home from its making until its runs are over, through processes that are killed one after the other. After each
 * death the journal is audited in a copy, so that the next process recovers what the last one left. For one thread.
 */
final class Life {
    /** The most deaths of one home; then its runs are let come to an end. */
    private static final int DEATHS_MAX = 8;

    private static final int LINES_MAX = 60;

    private final ChildJvm jvm;
    private final Path folder;
    private final Home home;
    private final Work work;
    private final Random random;
    private final Outside outside = new Outside();
    private final List<String> faults = new ArrayList<>();
    private int kills;

    /** What its processes do: one of the main classes here, and the streams that they write to. */
    record Work(Class<?> main, List<String> streams) {
        boolean isOfRuns() {
            return main == RunningProcess.class;
        }
    }

    Life(ChildJvm jvm, Path folder, Work work, Random random) {
        this.jvm = jvm;
        this.folder = folder;
        this.home = Home.open(folder.resolve("home"));
        this.work = work;
        this.random = random;
    }

    /** Lives, dying at {@code places} and by chance. */
    Life live(Places places) throws IOException, InterruptedException {
        for (int death = 0; death < DEATHS_MAX && faults.isEmpty() && !over(); death++) {
            boolean byChance = random.nextInt(4) == 0;
            Place place = byChance ? Places.NOWHERE : places.next(random, outside.lastCommit() == 0);
            boolean killed = work(place, byChance ? 1 + random.nextInt(LINES_MAX) : Integer.MAX_VALUE);
            if (killed) places.killedAt(place);
            else resolve();
            auditCopy(death);
        }
        // Whatever a human has to find out is found out: only the world knows whether a call was made.
        for (int rest = 0; rest < 10 && faults.isEmpty() && !over(); rest++) {
            work(Places.NOWHERE, Integer.MAX_VALUE);
            resolve();
        }
        if (faults.isEmpty() && !over()) faults.add("the runs do not end: " + outside.over());
        faults.addAll(Audit.of(home, work, outside));
        deleteAll(folder);
        return this;
    }

    /**
     * Has a process work, and kills it once somebody is held or it has said so many lines.
     *
     * @return whether it was killed
     */
    private boolean work(Place place, int lines) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(home.folder().toString()));
        arguments.addAll(place.arguments());
        arguments.addAll(work.streams());
        Process process = jvm.start(work.main(), arguments).start();
        boolean kill = false;
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            int left = lines;
            for (String line; (line = said.readLine()) != null; ) {
                outside.hear(line);
                if (!kill && (line.startsWith("at ") || --left == 0)) {
                    kill = true;
                    if (left == 0) process.waitFor(random.nextInt(2_000), TimeUnit.MICROSECONDS);
                    // Process.destroyForcibly would throw away what it has said before.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        int status = process.waitFor();
        boolean died = kill && status != 0;
        if (died) kills++;
        else if (status != 0) faults.add("a process ended with " + status + " at " + place);
        return died;
    }

    private boolean over() {
        return work.streams().stream().allMatch(run -> outside.over().contains(run + " DONE"));
    }

    private void auditCopy(int death) throws IOException {
        Path copy = folder.resolve("copy-" + death);
        Home image = Home.open(copy);
        try (Stream<Path> files = Files.list(home.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith("-shm")) Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Audit.of(image, work, outside).forEach(fault -> faults.add("after death " + death + ": " + fault));
    }

    /** Answers what humans are asked: a call happened when the world was told of it. */
    private void resolve() {
        if (!work.isOfRuns()) return;
        try (SqliteJournal journal = SqliteJournal.open(home, SmallRun.LISTS);
                Engine engine = SmallRun.engine(journal, home)) {
            for (String id : work.streams()) {
                StreamId run = StreamId.run(id);
                RunState state = engine.state(run).orElse(RunState.NONE);
                for (Question question : List.copyOf(state.questions().values())) {
                    boolean happened = Audit.key(state, question)
                                    .map(key -> outside.calls(SmallRun.SEND + " " + key))
                                    .orElse(0)
                            > 0;
                    engine.tell(
                            run,
                            happened
                                    ? new Command.Approve(question.id(), "")
                                    : new Command.Deny(question.id(), "nothing was sent"));
                }
            }
        }
    }

    static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    List<String> faults() {
        return faults;
    }

    int kills() {
        return kills;
    }
}
