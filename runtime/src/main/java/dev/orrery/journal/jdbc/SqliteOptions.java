package dev.orrery.journal.jdbc;

/**
 * Bounds of a journal in SQLite.
 *
 * @param busyMillis how long to wait for another process that writes
 * @param pagesMax how many pages of 4 KiB the database may have before it counts as full
 */
public record SqliteOptions(int busyMillis, long pagesMax) {
    /** The bound that SQLite itself has, 16 TiB: the disk is full before. */
    public static final long PAGES_MAX = 4_294_967_294L;

    /** Ten seconds: a commit takes milliseconds, and making projections anew a few seconds. */
    public static final SqliteOptions DEFAULT = new SqliteOptions(10_000, PAGES_MAX);

    public SqliteOptions {
        if (busyMillis < 1) throw new IllegalArgumentException("busyMillis must be positive: " + busyMillis);
        if (pagesMax < 1 || pagesMax > PAGES_MAX) {
            throw new IllegalArgumentException("pagesMax must be 1 to " + PAGES_MAX + ": " + pagesMax);
        }
    }
}
