package dev.orrery.agent;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matches patterns of schemas within a budget of steps. Java's matcher can take exponential time on a pattern such as
 * {@code (a+)+$}; it asks for a character with each step, so counting these bounds it.
 */
final class PatternBudget implements CharSequence {
    /** A fraction of a second. */
    private static final int STEPS_MAX = 5_000_000;

    private final CharSequence text;
    private final int[] steps;

    private PatternBudget(CharSequence text, int[] steps) {
        this.text = text;
        this.steps = steps;
    }

    /** The budget is used up. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent(String pattern) {
            super("the pattern " + pattern + " is too costly to match");
        }
    }

    /**
     * Compiles {@code pattern}; it matches when it is found anywhere in a text, as JSON Schema has it.
     *
     * @throws IllegalArgumentException when it is malformed
     */
    static RegularExpression compile(String pattern) {
        Pattern compiled = parse(pattern);
        return text -> {
            try {
                return compiled.matcher(new PatternBudget(text, new int[] {STEPS_MAX}))
                        .find();
            } catch (Exhausted | StackOverflowError e) {
                throw new Spent(pattern);
            }
        };
    }

    private static Pattern parse(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern " + pattern + " is malformed: " + e.getDescription());
        }
    }

    @Override
    public char charAt(int index) {
        if (steps[0]-- <= 0) throw new Exhausted();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new PatternBudget(text.subSequence(start, end), steps);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super(null, null, false, false);
        }
    }
}
