package dev.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever goes wrong, every run ends or waits for a human, and its history is in order. */
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("orrery.seeds", 1_000);
    private static final int FROM = Integer.getInteger("orrery.from", 1);

    @Test
    void everyRunEndsOrWaitsForAHumanAndItsHistoryIsInOrder() {
        for (int seed = FROM; seed < FROM + SEEDS; seed++) {
            try {
                new Simulation(seed).run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameHistory() {
        for (int seed = 1; seed <= 100; seed++) {
            assertThat(new Simulation(seed).run()).as("seed %d", seed).isEqualTo(new Simulation(seed).run());
        }
    }
}
