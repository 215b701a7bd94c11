package dev.orrery.policy;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Limits;
import dev.orrery.kernel.Policy;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.Terms;
import dev.orrery.kernel.World;
import java.util.List;
import java.util.Optional;

/** The gate that runs are judged by: kill switch, permissions, scope, budget and approvals, in this order. */
public final class StandardPolicy implements Policy {
    /** How long a tool call may take. */
    public static final long TOOL_MILLIS = 60_000;

    private static final List<Rule> RULES = List.of(
            Permissions::switchedOff,
            Permissions::allowList,
            Scopes::insideScope,
            Budgets::fits,
            Budgets::affordable,
            Approvals::needed);

    @Override
    public Judgement judge(RunState state, Effect effect, World world) {
        for (Rule rule : RULES) {
            Optional<Judgement> objection = rule.object(state, effect, world);
            if (objection.isPresent()) return objection.get();
        }
        return new Judgement.Allow(terms(state, effect, world));
    }

    private static Terms terms(RunState state, Effect effect, World world) {
        return switch (effect) {
            case Effect.Think think ->
                new Terms(
                        Reservations.of(state, think),
                        Math.min(limits(state, think).timeMillis(), Budgets.millisFor(state, think, world)),
                        "");
            case Effect.UseTool use ->
                new Terms(
                        Amount.ZERO, TOOL_MILLIS, Approvals.granted(state, use).orElse(""));
            case Effect.Assemble _, Effect.Wake _, Effect.Retry _, Effect.Deliver _, Effect.Propose _ ->
                Terms.free(TOOL_MILLIS);
        };
    }

    static Limits limits(RunState state, Effect.Think think) {
        return card(state, think.agent()).map(AgentCard::limits).orElse(Limits.DEFAULT);
    }

    static Optional<AgentCard> card(RunState state, String agent) {
        return state.pins().agent(agent);
    }
}
