package dev.orrery.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A model gave no reply that can be used. The message is one line for the user and holds no secret. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it was: what may help. */
    public enum Kind {
        /** The connection was refused or cut, or the server failed (5xx): the same call may succeed later. */
        TRANSIENT,
        /** The server has too much to do or the rate limit is reached (429, 503, 529): wait, {@link #retryAfter} tells how long. */
        OVERLOADED,
        /** The server does not accept the request or declines to answer it: the same call fails again. */
        REFUSED,
        /** The server's answer breaks its own protocol. */
        INVALID,
        /** The prompt is longer than the model's context. */
        TOO_LONG,
        /** The key is missing, wrong, without the right, or without credit: the user has to act. */
        AUTH,
        /** A bound on time was reached. */
        TIMEOUT,
        /** The calling thread was interrupted; its interrupt flag is set again. */
        STOPPED
    }

    private final Kind kind;
    private final int status;
    private final @Nullable Duration retryAfter;
    private final @Nullable Usage usage;

    private ModelException(
            Kind kind, String message, int status, @Nullable Duration retryAfter, @Nullable Usage usage) {
        super(message);
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
        this.usage = usage;
    }

    /** Makes a failure of which nothing more is known. */
    public ModelException(Kind kind, String message) {
        this(kind, message, 0, null, null);
    }

    /** Returns this failure with the HTTP status that the server answered with. */
    public ModelException withStatus(int code) {
        return copy(code, retryAfter, usage);
    }

    /** Returns this failure with the wait that the server asks for. */
    public ModelException retryAfter(Duration wait) {
        return copy(status, wait, usage);
    }

    /** Returns this failure with what the call used all the same. */
    public ModelException used(Usage amount) {
        return copy(status, retryAfter, amount);
    }

    private ModelException copy(int code, @Nullable Duration wait, @Nullable Usage amount) {
        var copy = new ModelException(kind, String.valueOf(getMessage()), code, wait, amount);
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    /** Returns what kind of failure it was. */
    public Kind kind() {
        return kind;
    }

    /** Returns how long the server asks to wait before the next call. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Returns what the call used; empty when that is not known. */
    public Optional<Usage> usage() {
        return Optional.ofNullable(usage);
    }

    /** Returns the HTTP status; empty when there was no answer, or the failure came later, inside it. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
