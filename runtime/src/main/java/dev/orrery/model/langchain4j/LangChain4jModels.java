package dev.orrery.model.langchain4j;

import dev.orrery.model.Abilities;
import dev.orrery.model.AdaptingModel;
import dev.orrery.model.Model;
import dev.orrery.model.ModelChoice;

/** Opens models. Nothing is sent until the first call. */
public final class LangChain4jModels {
    private LangChain4jModels() {}

    /**
     * Opens the chosen model. {@code abilities} keeps what is found out about its server. The model holds no resource that
     * would have to be closed: connections end with their calls, or idle out.
     */
    public static Model open(ModelChoice choice, Abilities abilities) {
        return new AdaptingModel(
                new LangChain4jLine(choice, new Clients(choice.endpoint()), System::nanoTime),
                abilities,
                System::nanoTime);
    }
}
