package dev.orrery.engine;

/** The engine cannot go on with a run; the run stays as it is in the journal, and the message says what to do. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what happened, to which run, and what to do. */
    public EngineException(String message) {
        super(message);
    }

    /** Says what happened, to which run, what to do, and what it came from. */
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
