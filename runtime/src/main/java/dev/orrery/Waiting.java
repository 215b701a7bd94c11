package dev.orrery;

import dev.orrery.journal.Wait;
import dev.orrery.kernel.Question;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that waits for a human.
 *
 * @param hash what an approval is bound to; empty for a plain question
 * @param effect the call whose outcome is unknown; empty for all other kinds
 */
public record Waiting(
        String run,
        String id,
        Question.Kind kind,
        String text,
        String hash,
        String effect,
        Optional<Instant> expiresAt) {
    static Waiting of(String run, Question q) {
        String effect = q.kind() == Question.Kind.OUTCOME ? q.about() : "";
        return new Waiting(run, q.id(), q.kind(), q.text(), q.hash(), effect, q.expiresAt());
    }

    static Waiting of(Wait wait) {
        Question.Kind kind = Question.Kind.of(wait.kind());
        String effect = kind == Question.Kind.OUTCOME ? wait.about() : "";
        return new Waiting(wait.run(), wait.id(), kind, wait.text(), wait.hash(), effect, wait.expiresAt());
    }
}
