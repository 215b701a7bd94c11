package dev.orrery.policy;

import dev.orrery.kernel.Effect;
import dev.orrery.kernel.EffectClass;
import dev.orrery.kernel.Policy.Judgement;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import java.util.Optional;

/** Nothing irreversible is done without leave for exactly that. */
final class Approvals {
    private Approvals() {}

    /** Asks a human about an irreversible call that has no unused approval. */
    static Optional<Judgement> needed(RunState state, Effect effect, World world) {
        if (!(effect instanceof Effect.UseTool use) || use.effect() != EffectClass.IRREVERSIBLE) {
            return Optional.empty();
        }
        return granted(state, use).isPresent()
                ? Optional.empty()
                : Optional.of(new Judgement.Ask(use.call().tool() + " cannot be taken back"));
    }

    /** Returns the question whose approval allows exactly this call. */
    static Optional<String> granted(RunState state, Effect.UseTool use) {
        return Optional.ofNullable(state.granted().get(use.fingerprint(state).hex()));
    }
}
