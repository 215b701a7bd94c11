package dev.orrery;

/**
 * A run that was copied from another.
 *
 * @param run the new run
 * @param from the run that it is a copy of
 * @param at the last event that was copied
 */
public record Forked(String run, String from, long at) {}
