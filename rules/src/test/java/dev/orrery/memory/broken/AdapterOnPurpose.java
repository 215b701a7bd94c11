package dev.orrery.memory.broken;

/** An adapter: it nests below a port. */
public final class AdapterOnPurpose {}
