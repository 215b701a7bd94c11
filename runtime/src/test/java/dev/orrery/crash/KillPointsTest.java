package dev.orrery.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed with SIGKILL before, during and after every statement and commit of a run, and at moments that
 * chance picks. Nothing acknowledged is lost, the journal is whole, what cannot be repeated is done at most once.
 */
class KillPointsTest {
    /** How many kills there are at least; {@code -Dorrery.kills=100000} is the long way. */
    private static final int KILLS = Integer.getInteger("orrery.kills", 150);

    private static final long SEED = Long.getLong("orrery.seed", 20260301);

    /** Two processes at once use up two cores. */
    private static final int AT_ONCE = 2;

    @TempDir
    Path folder;

    private ChildJvm jvm;
    private Places places = new Places(Map.of());

    /** Has one process run undisturbed, for the cache of classes and for a list of the sites that there are. */
    @BeforeEach
    void prepare() throws Exception {
        jvm = ChildJvm.in(folder.resolve("jvm"));
        List<String> undisturbed = List.of(folder.resolve("cached").toString(), "BEFORE", "1", "nowhere", "r");
        jvm.train(KilledProcess.class, undisturbed);
        var outside = new Outside();
        List<String> again = List.of(folder.resolve("dry").toString(), "BEFORE", "1", "nowhere", "r");
        Process dry = jvm.start(KilledProcess.class, again).start();
        try (BufferedReader said = dry.inputReader(StandardCharsets.UTF_8)) {
            said.lines().forEach(outside::hear);
        }
        assertThat(outside.over()).containsExactly("r DONE");
        places = new Places(outside.sites());
    }

    @Test
    void whereverAProcessIsKilledNothingAcknowledgedIsLostAndNothingIsDoneTwice() throws Exception {
        var kills = new AtomicInteger();
        var number = new AtomicInteger();
        var faults = Collections.synchronizedList(new ArrayList<String>());
        Callable<Void> lives = () -> {
            while (kills.get() < KILLS) {
                int i = number.incrementAndGet();
                var life = live(i);
                kills.addAndGet(life.kills());
                life.faults().forEach(fault -> faults.add("life " + i + " of seed " + SEED + ": " + fault));
                if (!faults.isEmpty()) return null;
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Void> one : threads.invokeAll(List.of(lives, lives))) one.get();
        }
        assertThat(faults).isEmpty();
        assertThat(kills).hasValueGreaterThanOrEqualTo(KILLS);
        if (KILLS >= 5 * places.count()) {
            assertThat(places.missed()).as("places at which nobody was killed").isEmpty();
        }
    }

    private Life live(int number) throws Exception {
        var random = new Random(SEED + number);
        List<String> runs = random.nextInt(4) == 0 ? List.of("r", "s") : List.of("r");
        return new Life(jvm, folder.resolve("life-" + number), runs, random).live(places);
    }
}
