package dev.orrery.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.crash.Life.Work;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed with SIGKILL before, during and after every statement and commit, and at moments that chance picks.
 * Nothing acknowledged is lost, the journal is whole, what cannot be repeated is done at most once.
 */
class KillPointsTest {
    /** How many kills there are at least; {@code -Dorrery.kills=100000} is the long way. */
    private static final int KILLS = Integer.getInteger("orrery.kills", 1_000);

    /** Of so many kills one is of a process that works on runs, which takes twice as long to start. */
    private static final int RUN_SHARE = 3;

    /** With so many every place has its turn. */
    private static final int KILLS_FOR_ALL = 1_000;

    private static final long SEED = Long.getLong("orrery.seed", 20260301);

    /** Two processes at once use up two cores. */
    private static final int AT_ONCE = 2;

    @TempDir
    Path folder;

    private ChildJvm jvm;
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger lives = new AtomicInteger();

    @BeforeEach
    void prepare() throws Exception {
        jvm = ChildJvm.in(folder.resolve("jvm"));
        jvm.train(RunningProcess.class, arguments("cached", List.of("r")));
    }

    @Test
    void whereverAProcessIsKilledNothingAcknowledgedIsLostAndNothingIsDoneTwice() throws Exception {
        int ofRuns = KILLS / RUN_SHARE;
        Places running = kill(RunningProcess.class, List.of("r", "s"), ofRuns);
        Places writing = kill(WritingProcess.class, List.of("v", "w"), KILLS - ofRuns);

        if (KILLS < KILLS_FOR_ALL) return;
        var missed = new TreeSet<>(running.missed());
        missed.addAll(writing.missed());
        missed.removeAll(running.killed());
        missed.removeAll(writing.killed());
        assertThat(missed).as("places at which nobody was killed").isEmpty();
    }

    private Places kill(Class<?> main, List<String> streams, int kills) throws Exception {
        Places places = places(main, streams.subList(0, 1));
        var left = new AtomicInteger(kills);
        Callable<Void> living = () -> {
            while (left.get() > 0 && faults.isEmpty()) {
                int number = lives.incrementAndGet();
                var random = new Random(SEED + number);
                var work = new Work(main, random.nextInt(4) == 0 ? streams : streams.subList(0, 1));
                var life = new Life(jvm, folder.resolve("life-" + number), work, random).live(places);
                left.addAndGet(-life.kills());
                life.faults().forEach(fault -> faults.add("life " + number + " of seed " + SEED + ": " + fault));
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Void> one : threads.invokeAll(Collections.nCopies(AT_ONCE, living))) one.get();
        }
        assertThat(faults).isEmpty();
        assertThat(left.get()).as("kills that are left").isNotPositive();
        return places;
    }

    /** Finds all places by having a process do the same undisturbed. */
    private Places places(Class<?> main, List<String> streams) throws Exception {
        var outside = new Outside();
        Process dry = jvm.start(main, arguments("dry-" + main.getSimpleName(), streams))
                .start();
        try (BufferedReader said = dry.inputReader(StandardCharsets.UTF_8)) {
            said.lines().forEach(outside::hear);
        }
        assertThat(outside.over()).containsExactly(streams.getFirst() + " DONE");
        return new Places(outside.sites());
    }

    private List<String> arguments(String home, List<String> streams) {
        var arguments = new ArrayList<>(List.of(folder.resolve(home).toString()));
        arguments.addAll(Places.NOWHERE.arguments());
        arguments.addAll(streams);
        return arguments;
    }
}
