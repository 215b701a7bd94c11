package dev.orrery.agent;

/**
 * Something wrong in a file of the user's.
 *
 * @param file the file as it was named to us
 * @param line counts from 1; 1 when the whole file is meant
 * @param message what is wrong and what would be right
 */
public record Problem(String file, int line, String message) {
    /** Returns {@code FILE:LINE: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
