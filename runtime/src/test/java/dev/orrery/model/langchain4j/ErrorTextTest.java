package dev.orrery.model.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.model.ModelException.Kind;
import org.junit.jupiter.api.Test;

/** Errors as real servers word them. */
class ErrorTextTest {
    @Test
    void aContextThatIsTooShortIsToldApart() {
        check(
                400,
                "{\"error\":{\"message\":\"This model's maximum context length is 128000 tokens.\",\"type\":"
                        + "\"invalid_request_error\",\"code\":\"context_length_exceeded\"}}",
                Kind.TOO_LONG);
        check(
                400,
                "{\"error\":{\"code\":400,\"message\":\"the request exceeds the available context size. try increasing it\","
                        + "\"type\":\"exceed_context_size_error\"}}",
                Kind.TOO_LONG);
        check(
                400,
                "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":"
                        + "\"prompt is too long: 210000 tokens > 200000 maximum\"}}",
                Kind.TOO_LONG);
        check(
                400,
                "{\"error\":{\"message\":\"Requested tokens (5000) exceed context window of 4096\"}}",
                Kind.TOO_LONG);
        check(
                413,
                "{\"type\":\"error\",\"error\":{\"type\":\"request_too_large\",\"message\":\"too big\"}}",
                Kind.TOO_LONG);
    }

    @Test
    void whatTheUserMustMendIsAuth() {
        check(401, "{\"error\":{\"message\":\"Incorrect API key provided\",\"code\":\"invalid_api_key\"}}", Kind.AUTH);
        check(
                429,
                "{\"error\":{\"message\":\"You exceeded your current quota\",\"type\":\"insufficient_quota\"}}",
                Kind.AUTH);
        check(
                400,
                "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":"
                        + "\"Your credit balance is too low\"}}",
                Kind.AUTH);
    }

    @Test
    void aServerThatIsBusyIsOverloaded() {
        check(429, "{\"error\":{\"message\":\"Rate limit reached for tokens per min\"}}", Kind.OVERLOADED);
        check(503, "{\"error\":{\"message\":\"Loading model\",\"code\":503}}", Kind.OVERLOADED);
        check(
                529,
                "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
                Kind.OVERLOADED);
        check(0, "{\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}", Kind.OVERLOADED);
    }

    @Test
    void theRestGoesByStatus() {
        check(404, "{\"error\":\"model 'x' not found\"}", Kind.REFUSED);
        check(400, "not even JSON", Kind.REFUSED);
        check(502, "<html>bad gateway</html>", Kind.TRANSIENT);
        check(403, "{\"error\":{\"message\":\"flagged by moderation\"}}", Kind.REFUSED);
        check(0, "{\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\"}}", Kind.TRANSIENT);
    }

    private static void check(int status, String body, Kind kind) {
        Json parsed = body.startsWith("{") ? JsonText.parse(body) : Json.object();
        assertThat(ErrorText.kind(status, ErrorText.type(parsed), ErrorText.message(parsed, body)))
                .as(body)
                .isEqualTo(kind);
    }
}
