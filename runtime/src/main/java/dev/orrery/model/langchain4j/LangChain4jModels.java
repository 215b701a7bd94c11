package dev.orrery.model.langchain4j;

import dev.orrery.model.Abilities;
import dev.orrery.model.AdaptingModel;
import dev.orrery.model.Model;
import dev.orrery.model.ModelChoice;
import java.net.http.HttpClient;
import java.time.Duration;

/** Opens models. Nothing is sent until the first call. */
public final class LangChain4jModels {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(20);

    private LangChain4jModels() {}

    /**
     * Opens the chosen model. {@code abilities} keeps what is found out about its server. The model holds no resource that
     * would have to be closed: connections end with their calls, or idle out.
     */
    public static Model open(ModelChoice choice, Abilities abilities) {
        // A plain connection is no place for an upgrade to HTTP/2: small servers answer it with an error.
        var version =
                choice.endpoint().getScheme().equals("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
        HttpClient http = HttpClient.newBuilder()
                .version(version)
                .connectTimeout(CONNECT_MAX)
                // A redirect would carry the key to whom it was not given.
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new AdaptingModel(new LangChain4jLine(choice, http, System::nanoTime), abilities, System::nanoTime);
    }
}
