package dev.orrery.testing.sim;

import java.util.List;
import java.util.Random;

/** Where everything that is left to chance comes from; the same seed gives the same. For one thread. */
public final class Chance {
    private final Random random;

    /** Begins with {@code seed}. */
    public Chance(long seed) {
        // Neighbouring seeds of java.util.Random begin alike; the multiplier is that of splitmix64 (Steele et al.,
        // 2014).
        this.random = new Random((seed + 1) * 0x9E3779B97F4A7C15L);
    }

    /** Tells whether what happens {@code percent} times in a hundred happens now. */
    public boolean percent(int percent) {
        return percent > 0 && random.nextInt(100) < percent;
    }

    /** Returns a number from 0 to {@code below - 1}. */
    public int below(int below) {
        return random.nextInt(below);
    }

    /** Returns a number from {@code least} to {@code most}. */
    public long between(long least, long most) {
        return least + (most == least ? 0 : random.nextLong(most - least + 1));
    }

    /** Returns one of {@code values}. */
    public <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Returns another source, which this one's next number decides. */
    public Chance fork() {
        return new Chance(random.nextLong());
    }
}
