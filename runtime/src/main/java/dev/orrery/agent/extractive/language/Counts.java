package dev.orrery.agent.extractive.language;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Reads small numbers, in words or digits. */
public final class Counts {
    /** The largest number read: more subjects, lines or items than this are never meant literally. */
    public static final int COUNT_MAX = 99;

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("a", 1),
            Map.entry("single", 1),
            Map.entry("two", 2),
            Map.entry("both", 2),
            Map.entry("pair", 2),
            Map.entry("couple", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("half-dozen", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("dozen", 12));

    /** One alternative for each number word, and digits, for use inside a pattern. */
    public static final String PATTERN =
            "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|\\d{1,2})";

    private Counts() {}

    /** Reads {@code word}; empty when it is no number from 1 to {@link #COUNT_MAX}. */
    public static OptionalInt of(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        if (lower.matches("\\d{1,2}")) {
            int count = Integer.parseInt(lower);
            return count == 0 ? OptionalInt.empty() : OptionalInt.of(count);
        }
        Integer count = WORDS.get(lower);
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
