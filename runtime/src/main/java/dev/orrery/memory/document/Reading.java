package dev.orrery.memory.document;

/** What became of a file. */
public sealed interface Reading {
    /** The file was read. */
    record Read(Document document) implements Reading {}

    /** The file was not read; {@code reason} says why in words for the user. */
    record Skipped(String path, String reason) implements Reading {}
}
