package dev.orrery.policy;

import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Limits;
import dev.orrery.kernel.Policy;
import dev.orrery.kernel.Policy.Judgement;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Never spends what is not there: a turn is reserved at its most before it is taken. */
final class Budgets {
    private Budgets() {}

    /** Refuses a window that what the attempt has left of the agent's own limits leaves no room to answer. */
    static Optional<Judgement> fits(RunState state, Effect effect, World world) {
        if (!(effect instanceof Effect.Think think) || Reservations.replyTokens(state, think) > 0) {
            return Optional.empty();
        }
        Limits limits = StandardPolicy.limits(state, think);
        Amount left = Reservations.left(state, think);
        String within = think.tokens() < left.tokens()
                ? "limit of " + units(limits.costMicros()) + " on cost, of which "
                        + units(Math.max(0, left.costMicros())) + " are left"
                : left.tokens() == limits.tokens()
                        ? limits.tokens() + " tokens"
                        : limits.tokens() + " tokens, of which " + Math.max(0, left.tokens()) + " are left";
        return Optional.of(new Judgement.Deny(
                Policy.LIMIT,
                "the window of " + think.tokens() + " tokens leaves " + think.agent() + " no room to answer within its "
                        + within));
    }

    /** Refuses a turn that could overspend the run. */
    static Optional<Judgement> affordable(RunState state, Effect effect, World world) {
        if (!(effect instanceof Effect.Think think)) return Optional.empty();
        SetAside aside = SetAside.beside(state, think);
        Amount left = state.ledger().left().minus(aside.amount());
        Amount wanted = Reservations.of(state, think);
        Amount cap = state.ledger().budget().cap();
        if (wanted.turns() > left.turns()) return lacking("turns", wanted.turns(), left.turns(), cap.turns());
        if (wanted.tokens() > left.tokens()) return lacking("tokens", wanted.tokens(), left.tokens(), cap.tokens());
        // What costs nothing may be had when nothing, or less, is left.
        if (wanted.costMicros() > 0 && wanted.costMicros() > left.costMicros()) {
            return lacking(
                    "cost", units(wanted.costMicros()), units(Math.max(0, left.costMicros())), units(cap.costMicros()));
        }
        return millisFor(state, think, world) > 0 ? Optional.empty() : late(state, aside);
    }

    private static Optional<Judgement> late(RunState state, SetAside aside) {
        double seconds = state.ledger().budget().timeMillis() / 1000.0;
        return deny("the budget's time of " + seconds + " s is over"
                + (aside.millis() == 0 ? "" : ", but for the " + aside.millis() / 1000.0 + " s of the stand-ins")
                + "; raise it with --budget time=…");
    }

    /** Returns how much of the budget's time {@code think} may use. */
    static long millisFor(RunState state, Effect.Think think, World world) {
        long gone = Duration.between(state.begun().at(), world.now()).toMillis();
        return state.ledger().budget().timeMillis()
                - gone
                - SetAside.beside(state, think).millis();
    }

    private static Optional<Judgement> lacking(String what, long wanted, long left, long cap) {
        return lacking(what, Long.toString(wanted), Long.toString(Math.max(0, left)), Long.toString(cap));
    }

    private static Optional<Judgement> lacking(String what, String wanted, String left, String cap) {
        return deny("the budget of " + cap + " " + what + " does not allow " + wanted + " more (" + left
                + " left for this step); raise it with --budget " + what + "=…");
    }

    /** Returns an amount of cost as users write it. */
    private static String units(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }

    private static Optional<Judgement> deny(String why) {
        return Optional.of(new Judgement.Deny(Policy.BUDGET, why));
    }
}
