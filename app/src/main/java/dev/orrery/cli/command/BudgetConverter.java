package dev.orrery.cli.command;

import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Budget;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code tokens=200000,cost=0.50,turns=100,time=10m}. What is left out keeps its default. */
final class BudgetConverter implements ITypeConverter<Budget> {
    private static final List<String> KEYS = List.of("tokens", "cost", "turns", "time");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(s|m|h|d)");

    /** Fifteen digits: an amount that leaves room for sums. */
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    @Override
    public Budget convert(String text) {
        Map<String, String> parts = parts(text);
        Amount cap = Budget.DEFAULT.cap();
        long tokens = parts.containsKey("tokens") ? whole("tokens", parts) : cap.tokens();
        long costMicros = parts.containsKey("cost") ? cost(parts) : cap.costMicros();
        long turns = parts.containsKey("turns") ? positive("turns", whole("turns", parts)) : cap.turns();
        long timeMillis = parts.containsKey("time") ? time(parts) : Budget.DEFAULT.timeMillis();
        return new Budget(new Amount(tokens, costMicros, turns), timeMillis);
    }

    private static Map<String, String> parts(String text) {
        var parts = new LinkedHashMap<String, String>();
        for (String part : text.split(",", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length < 2) throw malformed("'" + part.strip() + "' is no KEY=VALUE");
            if (!KEYS.contains(pair[0])) {
                throw malformed("'" + pair[0] + "' is no key; there are " + String.join(", ", KEYS));
            }
            if (parts.put(pair[0], pair[1]) != null) throw malformed(pair[0] + " stands there twice");
        }
        return parts;
    }

    private static long whole(String key, Map<String, String> parts) {
        String value = parts.getOrDefault(key, "");
        if (!WHOLE.matcher(value).matches()) throw malformed(key + " takes a whole number, not '" + value + "'");
        return Long.parseLong(value);
    }

    private static long cost(Map<String, String> parts) {
        String value = parts.getOrDefault("cost", "");
        if (!DECIMAL.matcher(value).matches()) {
            throw malformed("cost takes a number such as 0.50 with at most six decimals, not '" + value + "'");
        }
        return new BigDecimal(value).movePointRight(6).longValueExact();
    }

    private static long time(Map<String, String> parts) {
        String value = parts.getOrDefault("time", "");
        Matcher time = TIME.matcher(value);
        if (!time.matches()) throw malformed("time takes a number with s, m, h or d, such as 90s, not '" + value + "'");
        long seconds = switch (time.group(2)) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3600;
            default -> 86_400;
        };
        return positive("time", Long.parseLong(time.group(1)) * seconds * 1000);
    }

    private static long positive(String key, long value) {
        if (value < 1) throw malformed(key + " must be more than 0");
        return value;
    }

    private static TypeConversionException malformed(String why) {
        return new TypeConversionException(why);
    }
}
