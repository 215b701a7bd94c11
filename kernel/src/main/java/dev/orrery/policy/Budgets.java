package dev.orrery.policy;

import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Policy;
import dev.orrery.kernel.Policy.Judgement;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.StepState;
import dev.orrery.kernel.World;
import dev.orrery.message.Capability;
import java.time.Duration;
import java.util.Optional;

/** Never spends what is not there: a turn is reserved at its most before it is taken. */
final class Budgets {
    /** The share of the budget that only the report and its review may use, so that branches cannot starve it. */
    static final int SET_ASIDE_DIVISOR = 4;

    /** The most turns that are set aside: more than a report and its review have been seen to need. */
    static final long SET_ASIDE_TURNS_MAX = 16;

    /** The most tokens that a reply may have where the agent's limits leave room for them. */
    static final long REPLY_TOKENS_MAX = 64_000;

    private Budgets() {}

    /** Refuses a window that the agent's own limits leave no room to answer. */
    static Optional<Judgement> fits(RunState state, Effect effect, World world) {
        if (!(effect instanceof Effect.Think think)) return Optional.empty();
        long most = StandardPolicy.limits(state, think).tokens();
        return think.tokens() < most
                ? Optional.empty()
                : Optional.of(new Judgement.Deny(
                        Policy.LIMIT,
                        "the window of " + think.tokens() + " tokens leaves " + think.agent()
                                + " no room to answer within its " + most));
    }

    /** Refuses a turn that could overspend the run. */
    static Optional<Judgement> affordable(RunState state, Effect effect, World world) {
        if (!(effect instanceof Effect.Think think)) return Optional.empty();
        Amount left = state.ledger().left().minus(setAside(state, think));
        Amount wanted = reservation(state, think);
        Amount cap = state.ledger().budget().cap();
        if (wanted.turns() > left.turns()) return lacking("turns", wanted.turns(), left.turns(), cap.turns());
        if (wanted.tokens() > left.tokens()) return lacking("tokens", wanted.tokens(), left.tokens(), cap.tokens());
        if (wanted.costMicros() > left.costMicros()) {
            return lacking("cost", wanted.costMicros(), left.costMicros(), cap.costMicros());
        }
        if (millisLeft(state, world) <= 0) {
            return deny("the budget's time of " + state.ledger().budget().timeMillis() / 1000.0
                    + " s is over; raise it with --budget time=…");
        }
        return Optional.empty();
    }

    /** Returns the most that the turn can use. */
    static Amount reservation(RunState state, Effect.Think think) {
        long room = StandardPolicy.limits(state, think).tokens() - think.tokens();
        return new Amount(think.tokens() + Math.min(room, REPLY_TOKENS_MAX), 0, 1);
    }

    /** Returns what must stay for the report: nothing when this turn is the report's own or its review's. */
    private static Amount setAside(RunState state, Effect.Think think) {
        if (finishes(state, think.step())) return Amount.ZERO;
        Amount cap = state.ledger().budget().cap();
        return new Amount(
                cap.tokens() / SET_ASIDE_DIVISOR,
                cap.costMicros() / SET_ASIDE_DIVISOR,
                Math.min(cap.turns() / SET_ASIDE_DIVISOR, SET_ASIDE_TURNS_MAX));
    }

    private static boolean finishes(RunState state, String id) {
        Optional<StepState> step = state.graph().step(id);
        Optional<StepState> work = step.flatMap(s -> s.origin().reviewOf())
                .flatMap(state.graph()::step)
                .or(() -> step);
        return work.map(s -> s.step().capability() == Capability.WRITE).orElse(false);
    }

    static long millisLeft(RunState state, World world) {
        long gone = Duration.between(state.begun().at(), world.now()).toMillis();
        return state.ledger().budget().timeMillis() - gone;
    }

    private static Optional<Judgement> lacking(String what, long wanted, long left, long cap) {
        return deny("the budget of " + cap + " " + what + " does not allow " + wanted + " more (" + Math.max(0, left)
                + " left for this step); raise it with --budget " + what + "=…");
    }

    private static Optional<Judgement> deny(String why) {
        return Optional.of(new Judgement.Deny(Policy.BUDGET, why));
    }
}
