package dev.orrery.kernel;

/**
 * Something in a tool's result that a reader of the run should know of, such as an attempt to instruct an agent.
 *
 * @param kind what it is, such as {@code injection}
 * @param source where it stands, such as {@code acme/notes.md:3-4}
 * @param text the passage, cut to {@value #TEXT_MAX} characters
 */
public record Flag(String kind, String source, String text) {
    /** The most flags that one result raises. */
    public static final int PER_RESULT_MAX = 20;

    /** The most characters of a flag's text, and of its source. */
    public static final int TEXT_MAX = 500;

    public Flag {
        source = cut(source);
        text = cut(text);
    }

    private static String cut(String s) {
        if (s.length() <= TEXT_MAX) return s;
        boolean splits = Character.isHighSurrogate(s.charAt(TEXT_MAX - 2));
        return s.substring(0, splits ? TEXT_MAX - 2 : TEXT_MAX - 1) + "…";
    }
}
