package dev.orrery.model.langchain4j;

import dev.orrery.message.Json;
import dev.orrery.model.ModelException.Kind;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the errors of servers mean. Statuses say most of it; the text decides where one status stands for several things.
 * The words are those of OpenAI, Anthropic, llama.cpp, llama-cpp-python, vLLM and Ollama.
 */
final class ErrorText {
    private static final Pattern TOO_LONG =
            Pattern.compile("context[_ -]?length|context[_ -]?size|context window|maximum context"
                    + "|prompt is too long|input is too long|too many (input )?tokens|exceeds? the (available|maximum)"
                    + "|request_too_large|reduce the length");
    private static final Pattern KEY = Pattern.compile("api[_ -]?key|authenticat|unauthori[sz]ed|permission_error");
    private static final Pattern CREDIT =
            Pattern.compile("insufficient_quota|billing|credit balance|exceeded your current quota");
    private static final Pattern BUSY =
            Pattern.compile("overloaded|rate[_ -]?limit|too many requests|capacity|loading model");
    private static final Pattern DECLINED = Pattern.compile("content[_ -]?(filter|policy)|moderation|flagged|safety");

    private ErrorText() {}

    /** Returns the words by which the server classes the error itself. */
    static String type(Json body) {
        Json error = body.at("error").orElse(body);
        return Stream.of(error.text("type"), error.text("code"))
                .filter(w -> !w.isEmpty())
                .distinct()
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    /** Returns what the server says to people, or the body's beginning when it has another shape. */
    static String message(Json body, String otherwise) {
        Json error = body.at("error").orElse(body);
        return Stream.of(error.text("message"), body.text("error"), body.text("message"), body.text("detail"))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(otherwise);
    }

    /** Classes an error; {@code status} is 0 inside a stream, where the words alone decide. */
    static Kind kind(int status, String type, String message) {
        String words = (type + " " + message).toLowerCase(Locale.ROOT);
        if (TOO_LONG.matcher(words).find() && status != 429) return Kind.TOO_LONG;
        if (CREDIT.matcher(words).find()) return Kind.AUTH;
        return switch (status) {
            case 401, 402 -> Kind.AUTH;
            case 403 -> DECLINED.matcher(words).find() ? Kind.REFUSED : Kind.AUTH;
            case 408, 409, 425 -> Kind.TRANSIENT;
            case 413 -> Kind.TOO_LONG;
            case 429, 503, 529 -> Kind.OVERLOADED;
            case 0 -> reported(words);
            default -> {
                if (status >= 500) yield status == 501 ? Kind.REFUSED : Kind.TRANSIENT;
                yield status == 400 && KEY.matcher(words).find() ? Kind.AUTH : Kind.REFUSED;
            }
        };
    }

    private static Kind reported(String words) {
        if (BUSY.matcher(words).find()) return Kind.OVERLOADED;
        if (KEY.matcher(words).find()) return Kind.AUTH;
        if (DECLINED.matcher(words).find() || words.contains("invalid_request")) return Kind.REFUSED;
        return Kind.TRANSIENT;
    }
}
