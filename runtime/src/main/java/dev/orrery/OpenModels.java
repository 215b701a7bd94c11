package dev.orrery;

import dev.orrery.agent.Agent;
import dev.orrery.agent.AgentException;
import dev.orrery.agent.Models;
import dev.orrery.agent.SchemaCheck;
import dev.orrery.agent.llm.ModelAgent;
import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.ModelPin;
import dev.orrery.model.Abilities;
import dev.orrery.model.AbilitiesFile;
import dev.orrery.model.Checked;
import dev.orrery.model.Model;
import dev.orrery.model.ModelChoice;
import dev.orrery.model.ModelProbe;
import dev.orrery.model.Price;
import dev.orrery.model.Prices;
import dev.orrery.model.QueuedModel;
import dev.orrery.model.langchain4j.LangChain4jModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The models of one home: their prices, what is known of their servers, and the agents that they answer for. Thread-safe. */
final class OpenModels implements Models {
    /** Stands for a key where only names and endpoints are looked at. */
    private static final Optional<String> SOME_KEY = Optional.of("unset");

    /** How many calls a server on this machine is sent at once; two keep it busy while one of them is prepared. */
    private static final int AT_ONCE_LOCAL = 2;

    private static final int AT_ONCE = 8;

    private final Path home;
    private final Function<String, Optional<String>> environment;
    private final SchemaCheck check;
    private final Abilities abilities;
    private final Map<ModelPin, Model> open = new ConcurrentHashMap<>();

    OpenModels(Path home, Function<String, Optional<String>> environment, SchemaCheck check) {
        this.home = home;
        this.environment = environment;
        this.check = check;
        this.abilities = new AbilitiesFile(home.resolve("models.json"));
    }

    @Override
    public Checked<ModelPin> pin(String name, Optional<String> baseUrl) {
        return switch (ModelChoice.of(name, baseUrl, _ -> SOME_KEY)) {
            case Checked.Faulty<ModelChoice>(String message) -> new Checked.Faulty<>(message);
            case Checked.Valid<ModelChoice>(ModelChoice choice) ->
                switch (prices()) {
                    case Checked.Faulty<Prices>(String message) -> new Checked.Faulty<>(message);
                    case Checked.Valid<Prices>(Prices prices) -> {
                        Price price = prices.of(choice);
                        yield new Checked.Valid<>(new ModelPin(
                                choice.name().toString(),
                                baseUrl.orElse(""),
                                price.inputMicros(),
                                price.outputMicros()));
                    }
                };
        };
    }

    /** Returns the price table: the user's own in the home, else the one that comes with this version. */
    private Checked<Prices> prices() {
        Path own = home.resolve("prices.yaml");
        if (!Files.exists(own)) return new Checked.Valid<>(Prices.builtIn());
        try {
            return Prices.read(Files.readString(own));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the prices in " + own, e);
        }
    }

    @Override
    public Agent agent(AgentCard card) {
        ModelPin pin = card.model().orElseThrow();
        return new ModelAgent(card, () -> model(pin), check);
    }

    /** Returns the model of {@code pin}, opened with its first use. */
    Model model(ModelPin pin) {
        return open.computeIfAbsent(pin, p -> switch (choice(p)) {
            case Checked.Valid<ModelChoice>(ModelChoice choice) ->
                new QueuedModel(LangChain4jModels.open(choice, abilities), choice.isLocal() ? AT_ONCE_LOCAL : AT_ONCE);
            case Checked.Faulty<ModelChoice>(String message) -> throw new AgentException(message);
        });
    }

    private Checked<ModelChoice> choice(ModelPin pin) {
        return ModelChoice.of(pin.name(), Optional.of(pin.baseUrl()).filter(url -> !url.isEmpty()), environment);
    }

    /** Asks the model of {@code wish} what it and its server can do, and keeps what is found. */
    TriedModel tried(Config.ModelWish wish) {
        ModelChoice choice = valid(ModelChoice.of(wish.name(), wish.baseUrl(), environment));
        Price price = valid(prices()).of(choice);
        Model model = LangChain4jModels.open(choice, abilities);
        return new TriedModel(
                choice.name(),
                choice.endpoint(),
                price,
                ModelProbe.ask(model, choice.endpoint(), abilities, System::nanoTime));
    }

    private static <T> T valid(Checked<T> checked) {
        return switch (checked) {
            case Checked.Valid<T>(T value) -> value;
            case Checked.Faulty<T>(String message) -> throw new OrreryException(OrreryException.Kind.USAGE, message);
        };
    }

    /**
     * Checks that the models of {@code cards} can be asked at all.
     *
     * @throws OrreryException when a key is missing
     */
    void check(Collection<AgentCard> cards) {
        for (AgentCard card : cards) {
            if (card.model().isEmpty()) continue;
            if (choice(card.model().get()) instanceof Checked.Faulty<ModelChoice>(String message)) {
                throw new OrreryException(OrreryException.Kind.USAGE, message);
            }
        }
    }
}
