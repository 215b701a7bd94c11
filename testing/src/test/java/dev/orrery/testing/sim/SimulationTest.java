package dev.orrery.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.testing.workload.Workload;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, a run keeps its promises: ten thousand runs in the build, as many as one likes by hand. */
class SimulationTest {
    private static final long SEEDS = Long.getLong("orrery.seeds", 10_000);
    private static final long FROM = Long.getLong("orrery.from", 1);

    @Test
    void whateverGoesWrongARunKeepsItsPromises() {
        LongStream.range(FROM, FROM + SEEDS).parallel().forEach(SimulationTest::check);
    }

    private static void check(long seed) {
        try {
            Workload.of(seed).run().verify();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    e.getMessage() + "\nto see it again: mvn -pl testing -am test -Dtest=SimulationTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dorrery.seeds=1 -Dorrery.from=" + seed,
                    e);
        }
    }

    @Test
    void theSameSeedGivesTheSameHistory() {
        LongStream.rangeClosed(1, Math.min(SEEDS, 200))
                .forEach(seed -> assertThat(Workload.of(seed).run().hash())
                        .as("seed %d", seed)
                        .isEqualTo(Workload.of(seed).run().hash()));
    }
}
