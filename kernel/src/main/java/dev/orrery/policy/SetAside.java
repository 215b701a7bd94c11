package dev.orrery.policy;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.StepState;
import dev.orrery.message.Capability;
import java.util.Optional;

/**
 * What a turn must leave in the budget: branches leave a share to the report and its review, and models leave a share to
 * the native stand-ins, so that a run whose models use up what they may still ends with a report.
 *
 * @param amount of tokens, cost and turns
 * @param millis of the budget's time
 */
record SetAside(Amount amount, long millis) {
    /** The share of the budget that only the report and its review may use, so that branches cannot starve it. */
    static final int REPORT_DIVISOR = 4;

    /** The share that only stand-ins may use; what they do costs nothing. */
    static final int STAND_IN_DIVISOR = 8;

    /** The most turns that are set aside: more than a report and its review have been seen to need. */
    static final long REPORT_TURNS_MAX = 16;

    /** The most turns for stand-ins: more than they have been seen to need for a plan's last ten steps. */
    static final long STAND_IN_TURNS_MAX = 64;

    /** The most time for stand-ins, branches included; they have been seen to take seconds. */
    static final long BRANCH_MILLIS_MAX = 120_000;

    /** The most time for the stand-in that writes, and its review. */
    static final long REPORT_MILLIS_MAX = 60_000;

    /** Returns what {@code think} must leave. */
    static SetAside beside(RunState state, Effect.Think think) {
        boolean finishes = finishes(state, think.step());
        boolean model = state.pins().modelled(think.agent())
                && state.pins().agents().values().stream().anyMatch(AgentCard::standsIn);
        Amount report = finishes ? Amount.ZERO : report(state);
        if (!model) return new SetAside(report, 0);
        Amount cap = state.ledger().budget().cap();
        var standIns = new Amount(
                cap.tokens() / STAND_IN_DIVISOR, 0, Math.min(cap.turns() / STAND_IN_DIVISOR, STAND_IN_TURNS_MAX));
        long time = state.ledger().budget().timeMillis();
        long millis = finishes
                ? Math.min(time / STAND_IN_DIVISOR, REPORT_MILLIS_MAX)
                : Math.min(time / REPORT_DIVISOR, BRANCH_MILLIS_MAX);
        return new SetAside(report.plus(standIns), millis);
    }

    private static Amount report(RunState state) {
        Amount cap = state.ledger().budget().cap();
        return new Amount(
                cap.tokens() / REPORT_DIVISOR,
                cap.costMicros() / REPORT_DIVISOR,
                Math.min(cap.turns() / REPORT_DIVISOR, REPORT_TURNS_MAX));
    }

    /** Tells whether the step writes the report or reviews it. */
    private static boolean finishes(RunState state, String id) {
        Optional<StepState> step = state.graph().step(id);
        Optional<StepState> work = step.flatMap(s -> s.origin().reviewOf())
                .flatMap(state.graph()::step)
                .or(() -> step);
        return work.map(s -> s.step().capability() == Capability.WRITE).orElse(false);
    }
}
