package dev.orrery.testing.sim;

/** How long what is being done takes: said by who does it while doing it, read by the process afterwards. For one thread. */
final class Taking {
    /** Longer than anybody waits. */
    static final long FOREVER = Long.MAX_VALUE;

    private long millis;
    private boolean said;

    void takes(long time) {
        millis = time;
        said = true;
    }

    /** Returns what was said since it was last read; a moment when nothing was. */
    long read(Chance chance) {
        long time = said ? millis : chance.between(0, 4);
        said = false;
        return time;
    }
}
