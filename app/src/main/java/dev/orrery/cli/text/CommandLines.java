package dev.orrery.cli.text;

/** Writes command lines that a person can copy. */
@FunctionalInterface
public interface CommandLines {
    /** Returns the command line that starts this program with {@code words}, quoted as a shell needs it. */
    String of(String... words);
}
