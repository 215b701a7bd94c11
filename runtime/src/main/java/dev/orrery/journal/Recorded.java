package dev.orrery.journal;

/**
 * An event as it was read back.
 *
 * @param stream whose history it belongs to
 * @param seq its number in that stream, from 1 without gaps
 * @param event what happened
 * @param commit the number of the record that holds it; it grows over all streams in the order of commits
 */
public record Recorded(StreamId stream, long seq, StoredEvent event, long commit) {}
