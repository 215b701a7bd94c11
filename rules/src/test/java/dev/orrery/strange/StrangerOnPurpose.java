package dev.orrery.strange;

/** Lives in a room that nobody planned. */
public final class StrangerOnPurpose {}
