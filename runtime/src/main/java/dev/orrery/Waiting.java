package dev.orrery;

import dev.orrery.kernel.Question;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that waits for a human.
 *
 * @param hash what an approval is bound to; empty for a plain question
 */
public record Waiting(
        String run, String id, Question.Kind kind, String text, String hash, Optional<Instant> expiresAt) {}
