package dev.orrery.agent;

import dev.orrery.kernel.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the key {@code limits}: {@code {turns, tokens, cost, time}}, each of them optional. */
final class LimitsReader {
    private static final List<String> KEYS = List.of("turns", "tokens", "cost", "time");
    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(ms|s|m|h)");
    private static final long TURNS_MAX = 1_000;
    private static final long TOKENS_MAX = 1_000_000_000;
    private static final long MICROS_MAX = 1_000_000_000_000L;
    private static final long MILLIS_MAX = 24L * 60 * 60 * 1000;

    private final YamlFields fields;
    private final Findings findings;

    private LimitsReader(YamlFields fields, Findings findings) {
        this.fields = fields;
        this.findings = findings;
    }

    static Limits read(YamlFields fields, Findings findings) {
        fields.refuseOthers(KEYS, findings);
        var reader = new LimitsReader(fields, findings);
        return new Limits(
                (int) reader.value("turns", YamlValue::number, new Range(1, TURNS_MAX, Limits.DEFAULT.turns())),
                reader.value("tokens", YamlValue::number, new Range(1, TOKENS_MAX, Limits.DEFAULT.tokens())),
                reader.value("cost", reader::micros, new Range(0, MICROS_MAX, Limits.DEFAULT.costMicros())),
                reader.value("time", reader::millis, new Range(1, MILLIS_MAX, Limits.DEFAULT.timeMillis())));
    }

    private record Range(long least, long most, long usual) {}

    private long value(String key, Function<YamlValue, Optional<BigDecimal>> unit, Range range) {
        Optional<YamlValue> given = fields.get(key);
        Optional<BigDecimal> amount = given.flatMap(unit);
        if (given.isEmpty() || amount.isEmpty()) return range.usual();
        boolean whole = amount.get().stripTrailingZeros().scale() <= 0;
        boolean within = amount.get().compareTo(BigDecimal.valueOf(range.least())) >= 0
                && amount.get().compareTo(BigDecimal.valueOf(range.most())) <= 0;
        if (whole && within) return amount.get().longValue();
        findings.problem(given.get().line(), "limits." + key + ": " + wanted(key));
        return range.usual();
    }

    private static String wanted(String key) {
        return switch (key) {
            case "turns" -> "expected a whole number from 1 to " + TURNS_MAX;
            case "tokens" -> "expected a whole number from 1 to " + TOKENS_MAX;
            case "cost" -> "expected an amount such as 0.50, not below 0, with at most six decimals";
            default -> "expected seconds, or an amount such as 90s, 2m or 1h, above 0 and at most 24h";
        };
    }

    private Optional<BigDecimal> micros(YamlValue value) {
        return value.number().map(n -> n.movePointRight(6));
    }

    private Optional<BigDecimal> millis(YamlValue value) {
        if (!value.isText()) return value.number().map(seconds -> seconds.movePointRight(3));
        String text = value.text().orElse("");
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            findings.problem(value.line(), "limits.time: \"" + text + "\" is no time; " + wanted("time"));
            return Optional.empty();
        }
        BigDecimal unit = BigDecimal.valueOf(
                switch (time.group(2)) {
                    case "ms" -> 1;
                    case "s" -> 1_000;
                    case "m" -> 60_000;
                    default -> 3_600_000;
                });
        return Optional.of(new BigDecimal(time.group(1)).multiply(unit));
    }
}
