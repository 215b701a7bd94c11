package dev.orrery.agent;

import dev.orrery.kernel.AgentCard;
import dev.orrery.message.Capability;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the native stand-ins of definitions that have a model: the last rung of the ladder when the model does not manage,
 * under the definition's own tools and limits.
 */
final class StandIns {
    private StandIns() {}

    /** Returns the stand-in of {@code card}; empty when it needs none, or there is no native agent for what it does. */
    static Optional<AgentCard> of(AgentCard card, Set<Capability> natives) {
        // A native agent gives its capability's output, so it cannot stand in where another one is asked for.
        if (card.mind() != AgentCard.Mind.MODEL || card.output().isPresent()) return Optional.empty();
        var able = new TreeSet<>(card.capabilities());
        able.retainAll(natives);
        if (able.isEmpty()) return Optional.empty();
        return Optional.of(card.standIn().withCapabilities(able));
    }
}
