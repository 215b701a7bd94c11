package dev.orrery;

/** Something that was asked of an {@link Orrery} could not be done; the message says what to do about it. */
public final class OrreryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is. */
    public enum Kind {
        /** What was asked for is malformed: an id, a folder, a budget, a definition. */
        USAGE,
        /** What was asked for cannot be done: an unknown id, a command that comes too late, a full disk. */
        FAILED
    }

    private final Kind kind;

    /** Says what happened, to which id, and what can be done. */
    public OrreryException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Says what happened, to which id, and what can be done, and what it came from. */
    public OrreryException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Returns what kind of trouble it is. */
    public Kind kind() {
        return kind;
    }
}
