package dev.orrery.agent;

import dev.orrery.kernel.AgentCard;

/**
 * An agent in the user's own class: its definition, and what answers in its name.
 *
 * @param card of origin USER; its {@code mind} is set to CODE
 */
public record OwnAgent(AgentCard card, Agent agent) {
    public OwnAgent {
        card = card.withMind(AgentCard.Mind.CODE);
        if (card.origin() != AgentCard.Origin.USER) {
            throw new IllegalArgumentException(card.name() + " is a class of the user's, so its origin is USER");
        }
    }
}
