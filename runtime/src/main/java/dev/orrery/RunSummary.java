package dev.orrery;

import dev.orrery.kernel.RunStatus;
import java.time.Instant;

/** A run in a list: what the projection knows without reading the run's events. */
public record RunSummary(String run, String goal, RunStatus status, Instant started, Instant updated) {}
