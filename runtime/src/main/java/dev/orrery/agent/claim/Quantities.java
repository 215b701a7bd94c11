package dev.orrery.agent.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the numbers of a sentence among its words. */
final class Quantities {
    /** How many words beside a number are looked at for what it counts. */
    private static final int REACH = 4;

    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th");
    private static final Set<String> DEGREES = Set.of("°c", "°f");
    private static final Set<String> JOINING = Set.of("and", "or", "but");

    private final List<Token> tokens;
    private final List<Quantity> found = new ArrayList<>();

    private Quantities(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Quantity> of(List<Token> tokens) {
        return new Quantities(tokens).read();
    }

    /** Tells whether {@code letters}, in lower case, may be written right behind a number. */
    static boolean attaches(String letters) {
        return ORDINAL_ENDINGS.contains(letters)
                || Numerals.power(letters)
                || !Numerals.units(letters).isEmpty();
    }

    private List<Quantity> read() {
        int i = 0;
        while (i < tokens.size()) i = Math.max(i + 1, readAt(i));
        return found;
    }

    /** Reads the number at {@code i}, if there is one, and returns the index behind it. */
    private int readAt(int i) {
        Token token = tokens.get(i);
        if (token.lower().matches("\\d{4}-\\d{2}-\\d{2}")) return date(i);
        if (token.digits()) {
            Set<String> values = Numerals.values(token.lower());
            return values.isEmpty() ? i : digits(i, values);
        }
        String word = Numerals.word(token.lower());
        if (!word.isEmpty() && !token.inner()) return add(i, i + 1, Set.of(word), false);
        boolean counted = i + 1 < tokens.size() && !units(i + 1).isEmpty();
        return switch (token.lower()) {
            case "one", "single" -> add(i, i + 1, Set.of("1"), true);
            case "once" -> add(i, i + 1, Set.of("1"), true);
            case "a", "an", "per", "every", "each" -> counted ? add(i, i + 1, Set.of("1"), true) : i;
            case "both", "couple", "pair", "twice", "double" -> add(i, i + 1, Set.of("2"), true);
            case "triple", "thrice" -> add(i, i + 1, Set.of("3"), true);
            case "half" -> add(i, i + 1, Set.of("1/2", "0.5", "50"), true);
            default -> i;
        };
    }

    private int date(int i) {
        String[] parts = tokens.get(i).lower().split("-", -1);
        String month = Numerals.month(Integer.parseInt(parts[1]));
        add(i, i + 1, Numerals.values(parts[0]), false);
        add(
                i,
                i + 1,
                month.isEmpty()
                        ? Numerals.values(parts[1])
                        : Set.of(month, Numerals.values(parts[1]).iterator().next()),
                false);
        return add(i, i + 1, Numerals.values(parts[2]), false);
    }

    private int digits(int i, Set<String> values) {
        var forms = new HashSet<>(values);
        int end = i + 1;
        // "10 000": thousands set apart by spaces.
        var digits = new StringBuilder(tokens.get(i).lower());
        while (end < tokens.size()
                && digits.length() <= 12
                && tokens.get(i).lower().matches("-?\\d{1,3}")
                && tokens.get(end).joint() == Token.Joint.SPACE
                && tokens.get(end).lower().matches("\\d{3}")) {
            digits.append(tokens.get(end++).lower());
        }
        if (end > i + 1) forms = new HashSet<>(Numerals.values(digits.toString()));
        if (end < tokens.size()
                && ORDINAL_ENDINGS.contains(tokens.get(end).lower())
                && tokens.get(end).inner()) end++;
        return add(i, end, forms, false);
    }

    private int add(int at, int from, Set<String> plain, boolean loose) {
        Set<String> values = plain;
        int end = from;
        if (end < tokens.size()) {
            Set<String> scaled = Numerals.times(values, tokens.get(end).lower());
            if (!scaled.isEmpty()) {
                values = scaled;
                end++;
            }
        }
        var units = new HashSet<String>();
        if (at > 0) units.addAll(currency(at - 1));
        if (end < tokens.size()) {
            Set<String> unit = units(end);
            if (!unit.isEmpty()) end++;
            if (unit.contains("°")
                    && end < tokens.size()
                    && Numerals.units(degree(end)).stream().anyMatch(DEGREES::contains)) {
                unit = Numerals.units(degree(end++));
            }
            units.addAll(unit);
        }
        if (units.contains("am") || units.contains("pm")) values = withTime(values, units.contains("pm"));
        if (!units.isEmpty()) values = Numerals.amounts(values);
        String shown = shown(at, end);
        Set<String> before = before(at);
        var beside = new HashSet<>(before);
        beside.addAll(after(end));
        found.add(new Quantity(values, shown, units, at, end, loose, counted(end), before, beside));
        return end;
    }

    private Set<String> currency(int i) {
        Set<String> units = Numerals.units(tokens.get(i).lower());
        return tokens.get(i).letters()
                        && !Set.of("usd", "eur", "gbp", "jpy")
                                .contains(tokens.get(i).lower())
                ? Set.of()
                : units;
    }

    private Set<String> units(int i) {
        Token token = tokens.get(i);
        // "in" is a preposition far more often than an inch.
        if (token.lower().equals("in") && !token.inner()) return Set.of();
        return token.breaks() ? Set.of() : Numerals.units(token.lower());
    }

    private static Set<String> withTime(Set<String> values, boolean afternoon) {
        var times = new HashSet<>(values);
        for (String value : values) {
            if (value.matches("\\d{1,2}")) times.add(Numerals.minutes(hour(Integer.parseInt(value), afternoon), 0));
            if (value.matches("at \\d+")) {
                int minutes = Integer.parseInt(value.substring(3));
                times.remove(value);
                times.add(Numerals.minutes(hour(minutes / 60, afternoon), minutes % 60));
            }
        }
        return times;
    }

    private static int hour(int hour, boolean afternoon) {
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private String shown(int from, int to) {
        var shown = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from && !tokens.get(i).inner()) shown.append(' ');
            shown.append(tokens.get(i).text());
        }
        return shown.toString();
    }

    private String degree(int i) {
        return tokens.get(i).breaks() ? "" : tokens.get(i).lower();
    }

    private String counted(int end) {
        if (end >= tokens.size()) return "";
        Token next = tokens.get(end);
        return next.breaks() || !next.content() || next.digits() ? "" : next.stem();
    }

    private Set<String> after(int end) {
        var stems = new LinkedHashSet<String>();
        for (int i = end; i < tokens.size() && i < end + REACH; i++) {
            Token t = tokens.get(i);
            if (t.breaks() && i > end) break;
            if (JOINING.contains(t.lower()) && i > end) break;
            // The parts of a telephone number go with one another.
            if (t.content()
                    && (i == end || !t.digits())
                    && Numerals.units(t.lower()).isEmpty()) stems.add(t.stem());
        }
        return stems;
    }

    private Set<String> before(int at) {
        var stems = new LinkedHashSet<String>();
        if (tokens.get(at).breaks()) return stems;
        for (int i = at - 1; i >= 0 && stems.size() < 2 && i >= at - 2 * REACH; i--) {
            Token t = tokens.get(i);
            if (JOINING.contains(t.lower())) break;
            if (t.content()
                    && !t.digits()
                    && Numerals.units(t.lower()).isEmpty()
                    && Numerals.word(t.lower()).isEmpty()) {
                stems.add(t.stem());
            }
            if (t.breaks()) break;
        }
        return stems;
    }
}
