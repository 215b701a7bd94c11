package dev.orrery.cli.text;

import dev.orrery.kernel.RunStatus;

/** How a run stands, in words. */
public final class StatusWords {
    private StatusWords() {}

    /** Returns a phrase that goes on after "the run". */
    public static String of(RunStatus status) {
        return switch (status) {
            case RUNNING -> "running";
            case PAUSED -> "paused";
            case WAITING -> "waiting for you";
            case DONE -> "done";
            case GAPS -> "done, with gaps";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }
}
