package dev.orrery.model.langchain4j;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.model.Bounds;
import dev.orrery.model.ModelException;
import dev.orrery.model.ModelException.Kind;
import dev.orrery.model.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names what went wrong with a call, by our kinds, in a line that holds no key. */
final class Failures {
    private static final int TEXT_MAX = 300;

    private final String subject;
    private final Optional<Secret> key;

    /** Speaks of {@code subject}, the model and its endpoint. */
    Failures(String subject, Optional<Secret> key) {
        this.subject = subject;
        this.key = key;
    }

    ModelException late(Bounds bounds, boolean inAll, long tokens) {
        if (inAll) return failure(Kind.TIMEOUT, "took longer than " + bounds.totalMillis() + " ms");
        return tokens == 0
                ? failure(Kind.TIMEOUT, "said nothing for " + bounds.firstTokenMillis() + " ms")
                : failure(Kind.TIMEOUT, "went silent for " + bounds.idleMillis() + " ms in the middle of its reply");
    }

    ModelException stopped() {
        return failure(Kind.STOPPED, "was stopped");
    }

    /** Names why a stream that began has no proper end. */
    ModelException broken(Wire wire, Tap tap) {
        if (tap.trouble().isPresent()) {
            return switch (tap.trouble().get()) {
                case Tap.Trouble.Malformed _ -> failure(Kind.INVALID, "sent an event that is not JSON");
                case Tap.Trouble.Reported reported -> reported(reported.error());
            };
        }
        boolean stream = wire.contentType()
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
                .orElse(true);
        return stream
                ? failure(Kind.TRANSIENT, "cut the connection in the middle of its reply")
                : failure(
                        Kind.INVALID,
                        "answered with " + wire.contentType().orElse("nothing")
                                + " in place of a stream of events; is the base URL right?");
    }

    ModelException of(Throwable thrown, Wire wire, Tap tap) {
        if (wire.refusal().isPresent()) return refused(wire.refusal().get());
        if (tap.trouble().isPresent()) return broken(wire, tap);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) return stopped();
            if (cause instanceof HttpConnectTimeoutException
                    || cause instanceof ConnectException
                    || cause instanceof UnresolvedAddressException) {
                return failure(Kind.TRANSIENT, "cannot be reached; does the server run, and is the base URL right?");
            }
            if (cause instanceof SSLException) {
                return failure(Kind.REFUSED, "speaks no TLS that is trusted here: " + clean(cause.getMessage()));
            }
            if (cause instanceof IOException) return failure(Kind.TRANSIENT, "cut the connection");
        }
        return failure(Kind.INVALID, "sent what cannot be read: " + clean(thrown.getMessage()));
    }

    private ModelException refused(Wire.Refusal refusal) {
        int status = refusal.status();
        Json body = parsed(refusal.text());
        String type = ErrorText.type(body);
        String text = ErrorText.message(body, refusal.text());
        Kind kind = ErrorText.kind(status, type, text);
        String said = text.isBlank() ? "" : ": " + clean(text);
        ModelException failure = failure(kind, "answered " + status + said + advice(kind, status))
                .withStatus(status);
        return RetryAfter.of(refusal.headers()).map(failure::retryAfter).orElse(failure);
    }

    private ModelException reported(Json error) {
        Json body = Json.object().with("error", error);
        String type = ErrorText.type(body);
        String text = ErrorText.message(body, "");
        return failure(ErrorText.kind(0, type, text), "broke off its reply: " + clean(text.isBlank() ? type : text));
    }

    private static String advice(Kind kind, int status) {
        return switch (kind) {
            case AUTH -> "; check the key and the account";
            case TOO_LONG -> "";
            case REFUSED -> status == 404 || status / 100 == 3 ? "; check the model's name and the base URL" : "";
            case TRANSIENT, OVERLOADED, INVALID, TIMEOUT, STOPPED -> "";
        };
    }

    private static Json parsed(String text) {
        try {
            return JsonText.parse(text);
        } catch (IllegalArgumentException notJson) {
            return Json.object();
        }
    }

    private ModelException failure(Kind kind, String what) {
        return new ModelException(kind, subject + " " + what);
    }

    /** Servers repeat keys and whole requests in their messages. */
    private String clean(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\s+", " ").strip();
        if (key.isPresent()) line = line.replace(key.get().reveal(), "***");
        line = line.replaceAll("\\b(sk|pk|key|gsk|xai)-[A-Za-z0-9_*.-]{4,}", "***")
                .replaceAll("(?i)bearer \\S+", "***");
        return line.length() <= TEXT_MAX ? line : line.substring(0, TEXT_MAX) + "…";
    }
}
