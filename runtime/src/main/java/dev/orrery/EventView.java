package dev.orrery;

import dev.orrery.message.Json;
import java.time.Instant;

/** One event of a run as it is stored. */
public record EventView(String run, long seq, String type, Instant at, Json body) {}
