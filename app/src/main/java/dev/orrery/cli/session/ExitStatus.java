package dev.orrery.cli.session;

import dev.orrery.kernel.RunStatus;

/** What the program's exit status says. Scripts rely on the numbers; docs/guide/cli.md lists them. */
public enum ExitStatus {
    /** What was asked for is done. */
    DONE(0),
    /** It could not be done. */
    FAILED(1),
    /** What was asked for is malformed. */
    USAGE(2),
    /** The run is done, and its report names what is missing. */
    GAPS(3),
    /** The run waits for a human, or is paused. */
    WAITING(4),
    /** The run was cancelled, or the program was interrupted. */
    CANCELLED(130);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** Returns the number. */
    public int code() {
        return code;
    }

    /** Returns the exit status of a command that ends when a run stands at {@code status}. */
    public static ExitStatus of(RunStatus status) {
        return switch (status) {
            case DONE -> DONE;
            case GAPS -> GAPS;
            case WAITING, PAUSED -> WAITING;
            case CANCELLED -> CANCELLED;
            // A run that is let go of while it is under way has not given what it was started for.
            case FAILED, RUNNING -> FAILED;
        };
    }
}
