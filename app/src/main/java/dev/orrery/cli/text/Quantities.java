package dev.orrery.cli.text;

import dev.orrery.kernel.Amount;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/** Writes amounts, costs and times for people. The same on every machine, whatever its locale. */
public final class Quantities {
    private Quantities() {}

    /** Returns {@code number} with its thousands marked, {@code 41,200}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns {@code 1 turn}, {@code 2 turns}. */
    public static String count(long number, String one) {
        return number(number) + " " + one + (number == 1 ? "" : "s");
    }

    /** Returns a cost in units of the price table's currency, with at least two digits behind the point. */
    public static String cost(long costMicros) {
        BigDecimal units = BigDecimal.valueOf(costMicros, 6).stripTrailingZeros();
        return (units.scale() < 2 ? units.setScale(2) : units).toPlainString();
    }

    /** Returns what was spent, leaving out a cost of nothing. */
    public static String spent(Amount amount) {
        var parts = new ArrayList<String>();
        parts.add(count(amount.turns(), "turn"));
        parts.add(count(amount.tokens(), "token"));
        if (amount.costMicros() > 0) parts.add("cost " + cost(amount.costMicros()));
        return String.join(", ", parts);
    }

    /** Returns a length of time: {@code 0.4 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
    public static String time(Duration time) {
        long seconds = time.toSeconds();
        if (time.isNegative()) return "0.0 s";
        if (seconds < 10) return seconds + "." + time.toMillisPart() / 100 + " s";
        if (seconds < 60) return seconds + " s";
        if (seconds < 3600) return two(time.toMinutes(), "min", time.toSecondsPart(), "s");
        if (seconds < 86_400) return two(time.toHours(), "h", time.toMinutesPart(), "min");
        return two(time.toDays(), "d", time.toHoursPart(), "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
