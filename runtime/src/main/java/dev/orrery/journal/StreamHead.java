package dev.orrery.journal;

import java.time.Instant;

/**
 * How far a stream has come.
 *
 * @param stream which stream
 * @param lastSeq the number of its last event
 * @param commit the number of its last record
 * @param updated when its last event happened
 */
public record StreamHead(StreamId stream, long lastSeq, long commit, Instant updated) {}
