package dev.orrery.agent.claim;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how a number is written: thousands, decimals, versions, times, months, units and number words. */
final class Numerals {
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern GROUPED_BY_POINTS = Pattern.compile("-?\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-4])[:.](\\d{2})");

    private static final Map<String, String> WORDS = words();
    private static final Map<String, Set<String>> UNITS = units();
    private static final Map<String, Integer> POWERS =
            Map.of("k", 3, "thousand", 3, "million", 6, "millions", 6, "billion", 9, "hundred", 2);
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private Numerals() {}

    /** Returns the forms of the number that {@code text} is; none when it is no number. */
    static Set<String> values(String text) {
        var values = new LinkedHashSet<String>();
        boolean grouped = GROUPED.matcher(text).matches();
        if (grouped) values.add(canonical(text.replace(",", "")));
        if (GROUPED_BY_POINTS.matcher(text).matches()) {
            values.add(canonical(text.replace(".", "").replace(',', '.')));
        }
        if (DECIMAL.matcher(text).matches()) values.add(canonical(text));
        if (!grouped && DECIMAL_COMMA.matcher(text).matches()) values.add(canonical(text.replace(',', '.')));
        Matcher time = TIME.matcher(text);
        if (time.matches()) values.add(minutes(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))));
        if (values.isEmpty() && text.contains(",")) {
            for (String item : text.split(",", -1)) values.addAll(values(item));
        }
        if (values.isEmpty() && version(text)) values.add(text.replaceFirst("^v", ""));
        return values;
    }

    private static boolean version(String text) {
        return text.matches("v?\\d+(?:[.:][\\dx*]+)*(?:-[\\p{L}\\d.]+)?");
    }

    /** Returns the plain form: no leading zeros, and no fraction that is all zeros. */
    private static String canonical(String digits) {
        String plain = digits.replaceFirst("\\.0+$", "").replaceFirst("^(-?)0+(?=\\d)", "$1");
        return plain.isEmpty() ? "0" : plain;
    }

    /** Returns the forms of {@code values} without zeros at the end of a fraction, as amounts may be written. */
    static Set<String> amounts(Set<String> values) {
        var amounts = new HashSet<>(values);
        for (String value : values) {
            if (value.matches("-?\\d+\\.\\d*0"))
                amounts.add(new BigDecimal(value).stripTrailingZeros().toPlainString());
        }
        return amounts;
    }

    /** Returns {@code values} times ten to the power that {@code word} names; empty when it names none. */
    static Set<String> times(Set<String> values, String word) {
        Integer power = POWERS.get(word);
        if (power == null) return Set.of();
        var scaled = new HashSet<String>();
        for (String value : values) {
            if (DECIMAL.matcher(value).matches() && value.length() < 20) {
                scaled.add(new BigDecimal(value)
                        .scaleByPowerOfTen(power)
                        .stripTrailingZeros()
                        .toPlainString());
            }
        }
        return scaled;
    }

    /** Returns a time of the day as a form of its own. */
    static String minutes(int hour, int minute) {
        return "at " + (hour * 60 + minute);
    }

    /** Returns the digits of a number word; empty when {@code word} is none. */
    static String word(String word) {
        return WORDS.getOrDefault(word, "");
    }

    /** Returns the units that {@code word}, in lower case, may name. */
    static Set<String> units(String word) {
        return UNITS.getOrDefault(word, Set.of());
    }

    /** Tells whether {@code word} makes a number larger. */
    static boolean power(String word) {
        return POWERS.containsKey(word);
    }

    /** Returns the name of month {@code number}, from 1, in lower case; empty when there is none. */
    static String month(int number) {
        return number >= 1 && number <= 12 ? MONTHS.get(number - 1) : "";
    }

    private static Map<String, String> words() {
        var words = new HashMap<String, String>();
        for (String line : WordList.lines("number-words")) {
            int space = line.indexOf(' ');
            words.put(line.substring(0, space), line.substring(space + 1));
        }
        return Map.copyOf(words);
    }

    private static Map<String, Set<String>> units() {
        var units = new HashMap<String, Set<String>>();
        for (String line : WordList.lines("units")) {
            String[] names = line.split(" +", -1);
            for (String name : names)
                units.computeIfAbsent(name, k -> new HashSet<>()).add(names[0]);
        }
        return Map.copyOf(units);
    }
}
