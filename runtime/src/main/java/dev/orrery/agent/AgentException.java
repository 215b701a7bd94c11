package dev.orrery.agent;

import dev.orrery.kernel.Amount;
import dev.orrery.kernel.FailureKind;
import dev.orrery.message.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agent could not answer. What it could not do is a failed attempt, and the ladder decides how to go on; only when
 * the same turn may be asked again ({@link #again}) is it asked again first.
 */
public final class AgentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Details details;

    /** What is known beside the message. */
    private record Details(
            FailureKind kind,
            boolean again,
            @Nullable Duration retryAfter,
            @Nullable Amount used,
            @Nullable Json sent) {
        static final Details NONE = new Details(FailureKind.ERROR, false, null, null, null);
    }

    /** Says what happened, to which agent. */
    public AgentException(String message) {
        super(message);
        details = Details.NONE;
    }

    /** Says what happened, to which agent, and what was the cause. */
    public AgentException(String message, Throwable cause) {
        super(message, cause);
        details = Details.NONE;
    }

    private AgentException(AgentException of, Details details) {
        super(of.getMessage(), of.getCause());
        this.details = details;
        setStackTrace(of.getStackTrace());
    }

    /** Returns this failure with its kind; without one it is an {@code ERROR}. */
    public AgentException withKind(FailureKind kind) {
        return new AgentException(
                this, new Details(kind, details.again, details.retryAfter, details.used, details.sent));
    }

    /** Returns this failure as one that passes: the same turn may be asked again after a usual wait. */
    public AgentException withRetry() {
        return new AgentException(
                this, new Details(details.kind, true, details.retryAfter, details.used, details.sent));
    }

    /** Returns this failure as one that passes: the same turn may be asked again once {@code wait} is over. */
    public AgentException withRetryAfter(Duration wait) {
        return new AgentException(this, new Details(details.kind, true, wait, details.used, details.sent));
    }

    /** Returns this failure with what was used all the same. */
    public AgentException withUsed(Amount amount) {
        return new AgentException(
                this, new Details(details.kind, details.again, details.retryAfter, amount, details.sent));
    }

    /** Returns this failure with the messages that were sent to a model. */
    public AgentException withSent(Json messages) {
        return new AgentException(
                this, new Details(details.kind, details.again, details.retryAfter, details.used, messages));
    }

    /** Returns why the agent could not answer. */
    public FailureKind kind() {
        return details.kind;
    }

    /** Tells whether the same turn may be asked again: the failure passes. */
    public boolean again() {
        return details.again;
    }

    /** Returns how long to wait before that; empty when nothing was said about it. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(details.retryAfter);
    }

    /** Returns what was used all the same; empty when that is not known. */
    public Optional<Amount> used() {
        return Optional.ofNullable(details.used);
    }

    /** Returns the messages that were sent to a model; empty when none were. */
    public Optional<Json> sent() {
        return Optional.ofNullable(details.sent);
    }
}
