package dev.orrery.model.langchain4j;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Function;

/**
 * The HTTP clients for calls to one endpoint. A plain endpoint gets a client for each call, so that no connection is used
 * again: small servers close an idle one after seconds, and a call that is sent into it just then is lost. Thread-safe.
 */
final class Clients {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(20);

    private final HttpClient kept;
    private final boolean keeps;

    Clients(URI endpoint) {
        this.keeps = "https".equals(endpoint.getScheme());
        this.kept = client(keeps);
    }

    private static HttpClient client(boolean secure) {
        return HttpClient.newBuilder()
                // A plain connection is no place for an upgrade to HTTP/2: small servers answer it with an error.
                .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MAX)
                // A redirect would carry the key to whom it was not given.
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Returns what {@code call} makes of a client, which it must not keep. */
    <T> T with(Function<HttpClient, T> call) {
        if (keeps) return call.apply(kept);
        HttpClient once = client(false);
        try {
            return call.apply(once);
        } finally {
            once.shutdownNow();
        }
    }
}
