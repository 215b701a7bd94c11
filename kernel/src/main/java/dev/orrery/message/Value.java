package dev.orrery.message;

/** A piece of content with its label. Everything that reaches a window or leaves an agent is one of these. */
public record Value(Json content, Label label) {
    /** Wraps what the user said. */
    public static Value user(String text, String source) {
        return new Value(Json.of(text), Label.user(source));
    }
}
