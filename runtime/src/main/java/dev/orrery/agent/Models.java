package dev.orrery.agent;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.ModelPin;
import dev.orrery.model.Checked;
import java.util.Optional;

/** What definitions that name a model need. Implementations are thread-safe. */
public interface Models {
    /** Knows no models: a definition that names one is refused. */
    Models NONE = new Models() {
        @Override
        public Checked<ModelPin> pin(String name, Optional<String> baseUrl) {
            return new Checked.Faulty<>("this program cannot reach models");
        }

        @Override
        public Agent agent(AgentCard card) {
            return _ -> {
                throw new AgentException("agent " + card.name() + " has a model, which this program cannot reach");
            };
        }
    };

    /**
     * Checks a model's name and endpoint, and finds its price. No key is needed for that.
     *
     * @param name {@code PROVIDER:NAME}
     * @param baseUrl the endpoint; empty for the provider's own
     */
    Checked<ModelPin> pin(String name, Optional<String> baseUrl);

    /** Returns who answers in the name of {@code card}, which names a model. */
    Agent agent(AgentCard card);
}
