package dev.orrery.model;

/** Something a user wrote: either it is valid, or a line says what is wrong and what to do. */
public sealed interface Checked<T> {
    /** It holds. */
    record Valid<T>(T value) implements Checked<T> {}

    /** It does not, and {@code message} is one line for the user. */
    record Faulty<T>(String message) implements Checked<T> {}
}
