package dev.orrery.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Failures that pass: the same turn is asked again after a wait that is owed, a few times, and never after the budget's end. */
final class Retries {
    /** How often one turn is asked again. */
    static final int PER_TURN_MAX = 3;

    /** The longest wait: what asks for more is no passing failure. */
    static final Duration WAIT_MAX = Duration.ofMinutes(5);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private Retries() {}

    /** Returns when the attempt's turn is asked again; nothing when it is not. */
    static Optional<Instant> when(Draft d, Attempt attempt, Command.Again again) {
        int before = attempt.grace().retries();
        if (!again.may() || before >= PER_TURN_MAX) return Optional.empty();
        // Without a word from the other side: 1, 4 and 16 seconds.
        Duration wait = again.after().orElse(FIRST_WAIT.multipliedBy(1L << (2 * before)));
        if (wait.compareTo(WAIT_MAX) > 0) return Optional.empty();
        Instant at = d.world().now().plus(wait.isNegative() ? Duration.ZERO : wait);
        long millis = d.state().ledger().budget().timeMillis();
        long gone = Duration.between(d.state().begun().at(), at).toMillis();
        return gone < millis ? Optional.of(at) : Optional.empty();
    }

    /** Owes the wait after which {@code think} is asked again. */
    static void owe(Draft d, Effect.Think think, Instant at) {
        var retry = new Effect.Retry(
                d.nextEffect(), think.step(), think.attempt(), think.turn(), think.window(), think.tokens(), at);
        d.emit(new Event.Requested(retry, Terms.free(0)));
    }

    /** The time that was waited for has come; the agent is asked when the gate lets it. */
    static Optional<String> woke(Draft d, Effect.Retry retry) {
        if (d.world().now().isBefore(retry.at())) return Optional.of("it is not yet " + retry.at());
        d.emit(new Event.TimerFired(retry.id()));
        return Optional.empty();
    }
}
