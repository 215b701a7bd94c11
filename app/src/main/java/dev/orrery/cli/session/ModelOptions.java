package dev.orrery.cli.session;

import dev.orrery.Config.ModelWish;
import dev.orrery.OrreryException;
import dev.orrery.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model answers: the options, else the environment, else {@code orrery.yaml} in the current folder. */
public final class ModelOptions {
    /** The variable of the environment that names a model. */
    public static final String MODEL_VARIABLE = "ORRERY_MODEL";

    /** The variable of the environment that names a model's endpoint. */
    public static final String BASE_URL_VARIABLE = "ORRERY_BASE_URL";

    private static final String OPTION = "--model";

    @Option(
            names = OPTION,
            paramLabel = "MODEL",
            description = "The model that works for the agents: openai:NAME or anthropic:NAME, with the key in "
                    + "OPENAI_API_KEY or ANTHROPIC_API_KEY; 'none' for the built-in agents, which quote what they read. "
                    + "Without it, ORRERY_MODEL or the file orrery.yaml says.")
    @Nullable
    String model;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "The model's server: http://127.0.0.1:8080/v1, up to and with /v1; without it the provider's "
                    + "own, or what ORRERY_BASE_URL or orrery.yaml says.")
    @Nullable
    String baseUrl;

    private final Session session;

    /** Makes the options part of {@code session}. */
    public ModelOptions(Session session) {
        this.session = session;
    }

    /**
     * A model that is set.
     *
     * @param wish the model
     * @param by what names it: the option, the variable, or the file
     */
    public record Setting(ModelWish wish, String by) {
        /** Tells whether it was named on the command line, and not somewhere that a user may have forgotten. */
        public boolean typed() {
            return by.equals(OPTION);
        }
    }

    private record Named(String text, String by) {}

    /**
     * Returns the model that is set, and by what; empty for the built-in agents.
     *
     * @throws OrreryException when an endpoint is named without a model, or {@code orrery.yaml} is malformed
     */
    public Optional<Setting> setting() {
        Settings settings = Settings.read(session.surroundings().folder());
        Optional<Named> name = named(model, OPTION, MODEL_VARIABLE, settings.model());
        if (name.isEmpty() && baseUrl != null) {
            throw new OrreryException(
                    OrreryException.Kind.USAGE,
                    "--base-url " + baseUrl + " needs the name of a model; add --model openai:NAME");
        }
        // The file's endpoint is that of the file's model; another model is not looked for there.
        boolean elsewhere = settings.model().isPresent()
                && name.filter(n -> !n.by().equals(Settings.FILE)).isPresent();
        Optional<String> fileUrl = elsewhere ? Optional.empty() : settings.baseUrl();
        Optional<String> url =
                named(baseUrl, "--base-url", BASE_URL_VARIABLE, fileUrl).map(Named::text);
        return name.filter(n -> !n.text().equals("none")).map(n -> new Setting(new ModelWish(n.text(), url), n.by()));
    }

    /** Returns the model that is wished for, as {@link #setting} finds it. */
    public Optional<ModelWish> wish() {
        return setting().map(Setting::wish);
    }

    private Optional<Named> named(@Nullable String option, String by, String variable, Optional<String> set) {
        String inEnvironment = session.surroundings().environment().getOrDefault(variable, "");
        return Optional.ofNullable(option)
                .map(text -> new Named(text, by))
                .or(() -> Optional.of(inEnvironment)
                        .filter(text -> !text.isBlank())
                        .map(text -> new Named(text.strip(), variable)))
                .or(() -> set.map(text -> new Named(text, Settings.FILE)));
    }
}
