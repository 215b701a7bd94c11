package dev.orrery.agent;

import dev.orrery.kernel.Amount;
import dev.orrery.message.Json;
import dev.orrery.message.Turn;
import java.util.Optional;

/**
 * An agent's turn, and how it came about.
 *
 * @param turn what the agent answers
 * @param used what was really used; empty when it is not known: a model's answer is then charged at what was reserved
 *     for it, any other by its length
 * @param repairs how often the reply had to be mended to be read, 0 or more
 * @param sent the exact messages that were sent to a model, an array of {@code {role, text}}, to be kept; empty when there was none
 */
public record Answer(Turn turn, Optional<Amount> used, int repairs, Optional<Json> sent) {
    public Answer {
        if (repairs < 0) throw new IllegalArgumentException("repairs are counted from 0");
    }

    /** Makes an answer of which nothing more is known. */
    public static Answer of(Turn turn) {
        return new Answer(turn, Optional.empty(), 0, Optional.empty());
    }

    /** Returns this answer with what was really used. */
    public Answer withUsed(Amount amount) {
        return new Answer(turn, Optional.of(amount), repairs, sent);
    }

    /** Returns this answer with how often the reply was mended. */
    public Answer withRepairs(int times) {
        return new Answer(turn, used, times, sent);
    }

    /** Returns this answer with the messages that were sent. */
    public Answer withSent(Json messages) {
        return new Answer(turn, used, repairs, Optional.of(messages));
    }
}
