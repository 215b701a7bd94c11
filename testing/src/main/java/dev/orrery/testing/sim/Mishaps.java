package dev.orrery.testing.sim;

/**
 * How often things go wrong, each in a hundred times.
 *
 * @param crashes the process dies: at a random moment, just before or just after a write
 * @param disk a write fails: no space, an error before it, an error after it
 * @param agents an agent breaks, is late, answers something that cannot be used, or lies about what it used
 * @param tools a tool does nothing, does something and does not say so, hangs, or breaks
 * @param echoes an answer comes twice, or long after its time
 * @param human a human is late, says something twice, says it about the wrong thing, cancels, or replaces the plan
 * @param clock the clock is set forth or back by up to a day
 */
public record Mishaps(int crashes, int disk, int agents, int tools, int echoes, int human, int clock) {
    /** Nothing goes wrong. */
    public static final Mishaps NONE = new Mishaps(0, 0, 0, 0, 0, 0, 0);

    /** Something goes wrong now and then: what a bad day looks like. */
    public static final Mishaps SOME = new Mishaps(3, 1, 5, 5, 5, 10, 2);

    /** Much goes wrong. */
    public static final Mishaps MANY = new Mishaps(10, 3, 25, 25, 20, 40, 10);

    public Mishaps {
        for (int percent : new int[] {crashes, disk, agents, tools, echoes, human, clock}) {
            if (percent < 0 || percent > 100)
                throw new IllegalArgumentException("0 to 100 in a hundred, not " + percent);
        }
    }

    /** Returns mishaps as chance has it, from none at all to many, each kind on its own. */
    public static Mishaps any(Chance chance) {
        return new Mishaps(
                rate(chance, 12),
                rate(chance, 4),
                rate(chance, 35),
                rate(chance, 50),
                rate(chance, 40),
                rate(chance, 60),
                rate(chance, 12));
    }

    private static int rate(Chance chance, int most) {
        return chance.percent(30) ? 0 : chance.below(most + 1);
    }
}
