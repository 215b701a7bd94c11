package dev.orrery.testing;

import dev.orrery.model.Abilities;
import dev.orrery.model.Checked;
import dev.orrery.model.Manner;
import dev.orrery.model.Model;
import dev.orrery.model.ModelChoice;
import dev.orrery.model.ModelName;
import dev.orrery.model.langchain4j.LangChain4jModels;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens real models at servers of this machine. */
final class OpenedModels {
    private OpenedModels() {}

    static Model open(String model, String baseUrl) {
        return switch (ModelChoice.of(model, Optional.of(baseUrl), _ -> Optional.of(ModelContract.KEY))) {
            case Checked.Valid<ModelChoice>(ModelChoice choice) -> LangChain4jModels.open(choice, new Remembered());
            case Checked.Faulty<ModelChoice>(String message) -> throw new AssertionError(message);
        };
    }

    private static final class Remembered implements Abilities {
        private final Map<URI, Manner> manners = new ConcurrentHashMap<>();

        @Override
        public Optional<Manner> known(URI endpoint, ModelName model) {
            return Optional.ofNullable(manners.get(endpoint));
        }

        @Override
        public void learn(URI endpoint, ModelName model, Manner manner) {
            manners.put(endpoint, manner);
        }

        @Override
        public void forget(URI endpoint, ModelName model) {
            manners.remove(endpoint);
        }
    }
}
