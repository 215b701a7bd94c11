package dev.orrery.cli.session;

import dev.orrery.Config.ModelWish;
import dev.orrery.OrreryException;
import dev.orrery.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model answers: the options, else the environment, else {@code orrery.yaml} in the current folder. */
public final class ModelOptions {
    /** The variable of the environment that names a model. */
    public static final String MODEL_VARIABLE = "ORRERY_MODEL";

    /** The variable of the environment that names a model's endpoint. */
    public static final String BASE_URL_VARIABLE = "ORRERY_BASE_URL";

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "Let this model answer for the agents: openai:NAME or anthropic:NAME, with the key in "
                    + "OPENAI_API_KEY or ANTHROPIC_API_KEY; 'none' for the built-in agents, which quote what they read. "
                    + "Without it, ORRERY_MODEL or the file orrery.yaml says.")
    @Nullable
    String model;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "The model's server, up to and with /v1, such as http://127.0.0.1:8080/v1; without it the "
                    + "provider's own.")
    @Nullable
    String baseUrl;

    private final Session session;

    /** Makes the options part of {@code session}. */
    public ModelOptions(Session session) {
        this.session = session;
    }

    /**
     * Returns the model that is wished for; empty for the built-in agents.
     *
     * @throws OrreryException when an endpoint is named without a model
     */
    public Optional<ModelWish> wish() {
        Settings settings = Settings.read(Path.of(""));
        Optional<String> name = named(model, MODEL_VARIABLE, settings.model());
        Optional<String> url = named(baseUrl, BASE_URL_VARIABLE, settings.baseUrl());
        if (name.isEmpty() && baseUrl != null) {
            throw new OrreryException(
                    OrreryException.Kind.USAGE,
                    "--base-url " + baseUrl + " needs the name of a model; add --model openai:NAME");
        }
        return name.filter(n -> !n.equals("none")).map(n -> new ModelWish(n, url));
    }

    private Optional<String> named(@Nullable String option, String variable, Optional<String> set) {
        Function<String, Optional<String>> given = text -> Optional.of(text).filter(t -> !t.isBlank());
        return Optional.ofNullable(option)
                .or(() -> given.apply(session.surroundings().environment().getOrDefault(variable, "")))
                .or(() -> set);
    }
}
