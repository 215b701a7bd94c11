package dev.orrery.policy;

import dev.orrery.kernel.Effect;
import dev.orrery.kernel.Policy.Judgement;
import dev.orrery.kernel.RunState;
import dev.orrery.kernel.World;
import java.util.Optional;

/** One rule behind the gate. */
@FunctionalInterface
interface Rule {
    /** Returns what keeps the effect from being allowed; nothing when this rule does not mind. */
    Optional<Judgement> object(RunState state, Effect effect, World world);
}
