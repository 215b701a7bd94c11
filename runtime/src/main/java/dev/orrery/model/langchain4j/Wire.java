package dev.orrery.model.langchain4j;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The HTTP client below LangChain4j, for one call. It reads the stream on the thread that asks for it, so interrupting that
 * thread closes the connection, and it keeps what LangChain4j throws away of a refusal: status, headers and text.
 */
final class Wire implements HttpClient, HttpClientBuilder {
    private static final int REFUSAL_BYTES_MAX = 64 << 10;
    private static final long REPLY_BYTES_MAX = 64L << 20;

    private final java.net.http.HttpClient http;
    private final UnaryOperator<Json> rewrite;
    private final Tap tap;
    private volatile long sentBytes;
    private volatile Optional<Refusal> refusal = Optional.empty();
    private volatile Optional<String> contentType = Optional.empty();

    /** What a server said in place of a reply. */
    record Refusal(int status, java.net.http.HttpHeaders headers, String text) {}

    /** Makes the wire of one call; {@code rewrite} has the last word on the request's body. */
    Wire(java.net.http.HttpClient http, UnaryOperator<Json> rewrite, Tap tap) {
        this.http = http;
        this.rewrite = rewrite;
        this.tap = tap;
    }

    Optional<Refusal> refusal() {
        return refusal;
    }

    /** Returns the length of the request's body. */
    long sentBytes() {
        return sentBytes;
    }

    /** Returns what kind of answer came; empty before one did. */
    Optional<String> contentType() {
        return contentType;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        byte[] body =
                JsonText.print(rewrite.apply(JsonText.parse(request.body()))).getBytes(StandardCharsets.UTF_8);
        sentBytes = body.length;
        var outgoing = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofByteArray(body));
        request.headers().forEach((name, values) -> values.forEach(value -> outgoing.setHeader(name, value)));
        try {
            HttpResponse<InputStream> answer = http.send(outgoing.build(), BodyHandlers.ofInputStream());
            try (InputStream stream = answer.body()) {
                if (answer.statusCode() / 100 == 2) {
                    contentType = answer.headers().firstValue("Content-Type");
                    parser.parse(new BoundedStream(stream, REPLY_BYTES_MAX), tap.before(listener));
                    listener.onClose();
                } else {
                    String text = new String(stream.readNBytes(REFUSAL_BYTES_MAX), StandardCharsets.UTF_8);
                    refusal = Optional.of(new Refusal(answer.statusCode(), answer.headers(), text));
                    listener.onError(new WireException("status " + answer.statusCode()));
                }
            }
        } catch (IOException broken) {
            listener.onError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            listener.onError(stopped);
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new WireException("only streams are read");
    }

    @Override
    public HttpClient build() {
        return this;
    }

    // Time is kept by StreamedCall, so what LangChain4j would like to set is left aside.

    @Override
    public Duration connectTimeout() {
        return Duration.ofDays(1);
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return Duration.ofDays(1);
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }
}
