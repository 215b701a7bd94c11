package dev.orrery.kernel;

import dev.orrery.message.Hash;

/**
 * Something retrieved from memory for an attempt; later turns see the same.
 *
 * @param source where it comes from, such as {@code memory:ID@VERSION}
 * @param content the blob that holds it as it was
 */
public record MemoryRef(String source, Hash content) {}
