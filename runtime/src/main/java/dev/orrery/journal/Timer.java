package dev.orrery.journal;

import java.time.Instant;

/**
 * A time that a run waits for.
 *
 * @param run the run that waits
 * @param effect the debt that is answered when the time has come
 * @param until the time
 */
public record Timer(String run, String effect, Instant until) {}
