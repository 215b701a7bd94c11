package dev.orrery.agent.llm;

import dev.orrery.agent.AgentException;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Amount;
import dev.orrery.kernel.FailureKind;
import dev.orrery.model.ModelException;

/** Says what a model's failure means for the agent's turn: whether asking again may help, and what it was. */
final class Failure {
    /** A call that the server does not take up costs no tokens. */
    private static final Amount UNUSED = new Amount(0, 0, 1);

    private Failure() {}

    static AgentException of(AgentCard card, ModelException failure) {
        var said = new AgentException(card.name() + ": " + failure.getMessage(), failure);
        return switch (failure.kind()) {
            case TRANSIENT, INVALID -> said.withRetry();
            case OVERLOADED ->
                failure.retryAfter()
                        .map(said::withRetryAfter)
                        .orElseGet(said::withRetry)
                        .withUsed(UNUSED);
            case TIMEOUT -> said.withKind(FailureKind.TIMEOUT);
            case TOO_LONG -> said.withKind(FailureKind.LIMIT);
            case REFUSED, AUTH -> said.withUsed(UNUSED);
            case STOPPED -> said;
        };
    }
}
