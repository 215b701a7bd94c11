package dev.orrery.policy;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Policy.Judgement;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import java.util.List;
import java.util.Optional;

/** What an agent may do at all: what is pinned for it, and still allowed. */
final class Permissions {
    private Permissions() {}

    /** Refuses what is switched off now, whatever the run has pinned. */
    static Optional<Judgement> switchedOff(RunState state, Effect effect, World world) {
        String name = switch (effect) {
            case Effect.Think think -> think.agent();
            case Effect.UseTool use -> use.call().tool();
            case Effect.Assemble _, Effect.Wake _, Effect.Retry _, Effect.Deliver _, Effect.Propose _ -> "";
        };
        return world.denied().contains(name)
                ? Optional.of(new Judgement.Deny("switched-off", name + " is switched off"))
                : Optional.empty();
    }

    /** Refuses a tool that the run did not pin, the agent's definition does not list, or the step does not need. */
    static Optional<Judgement> allowList(RunState state, Effect effect, World world) {
        if (!(effect instanceof Effect.UseTool use)) return Optional.empty();
        String tool = use.call().tool();
        List<String> agent =
                StandardPolicy.card(state, use.agent()).map(AgentCard::tools).orElse(List.of());
        List<String> step =
                state.graph().step(use.step()).map(s -> s.step().tools()).orElse(List.of());
        if (!state.pins().tools().containsKey(tool)) return deny("there is no tool " + tool);
        if (!agent.contains(tool)) return deny(use.agent() + " may not use " + tool);
        if (!step.contains(tool)) return deny("step " + use.step() + " does not need " + tool);
        return Optional.empty();
    }

    private static Optional<Judgement> deny(String why) {
        return Optional.of(new Judgement.Deny("allow-list", why));
    }
}
