package dev.orrery.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that waits for a human.
 *
 * @param run the run that waits
 * @param id unique within the run
 * @param step the step that waits
 * @param kind what kind of answer is wanted, such as {@code question} or {@code approval}
 * @param text what the human is asked
 * @param hash what an approval is bound to; empty for a plain question
 * @param about the effect or call that waits; empty for a plain question
 * @param asked when it was asked
 * @param expiresAt from when on an answer is refused
 */
public record Wait(
        String run,
        String id,
        String step,
        String kind,
        String text,
        String hash,
        String about,
        Instant asked,
        Optional<Instant> expiresAt) {}
