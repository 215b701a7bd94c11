package dev.orrery.policy;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Attempt;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Limits;
import dev.orrery.kernel.ModelPin;
import dev.orrery.kernel.RunState;
import java.util.Optional;

/** What one turn may use at the most: its window and a reply, within what its attempt has left of the agent's limits. */
final class Reservations {
    /** The most tokens that a reply may have where the agent's limits leave room for them. */
    static final long REPLY_TOKENS_MAX = 64_000;

    /** The shortest reply of a native agent that is worth a turn: about what a result for one subject has. */
    static final long NATIVE_REPLY_TOKENS_MIN = 2_000;

    /**
     * The same for a model, which pays for what it reserves: what the models of today give in one reply without being cut
     * off, and about the length of twenty pages.
     */
    static final long MODEL_REPLY_TOKENS_MAX = 8_192;

    private Reservations() {}

    /** Returns the most that the turn can use. */
    static Amount of(RunState state, Effect.Think think) {
        long reply = Math.max(0, fitted(state, think, replyTokens(state, think)));
        long cost =
                pin(state, think).map(p -> p.costMicros(think.tokens(), reply)).orElse(0L);
        return new Amount(think.tokens() + reply, cost, 1);
    }

    /**
     * Where nothing is under way that could give budget back, a native agent's reply may be as long as what is left: it
     * costs nothing but its length, and a shorter one is better than none.
     */
    private static long fitted(RunState state, Effect.Think think, long reply) {
        if (pin(state, think).isPresent() || !state.ledger().reserved().equals(Amount.ZERO)) return reply;
        Amount left = state.ledger().left().minus(SetAside.beside(state, think).amount());
        long room = left.tokens() - think.tokens();
        return room >= NATIVE_REPLY_TOKENS_MIN ? Math.min(reply, room) : reply;
    }

    /** Returns how long the reply may be; not positive when the attempt has no room for one. */
    static long replyTokens(RunState state, Effect.Think think) {
        Amount left = left(state, think);
        long room = left.tokens() - think.tokens();
        Optional<ModelPin> pin = pin(state, think);
        if (pin.isEmpty()) return Math.min(room, REPLY_TOKENS_MAX);
        long forReply = left.costMicros() - pin.get().costMicros(think.tokens(), 0);
        return Math.min(Math.min(room, MODEL_REPLY_TOKENS_MAX), pin.get().outputFor(forReply));
    }

    /** Returns what the attempt may still use of its agent's limits; below zero when an answer took more than it had. */
    static Amount left(RunState state, Effect.Think think) {
        Limits limits = StandardPolicy.limits(state, think);
        Amount spent = state.graph()
                .step(think.step())
                .flatMap(s -> s.attempt())
                .filter(a -> a.number() == think.attempt())
                .map(Attempt::spent)
                .orElse(Amount.ZERO);
        return new Amount(limits.tokens(), limits.costMicros(), limits.turns()).minus(spent);
    }

    private static Optional<ModelPin> pin(RunState state, Effect.Think think) {
        return StandardPolicy.card(state, think.agent()).flatMap(AgentCard::model);
    }
}
