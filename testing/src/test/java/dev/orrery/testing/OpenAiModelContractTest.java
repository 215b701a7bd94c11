package dev.orrery.testing;

import dev.orrery.model.Model;

class OpenAiModelContractTest extends ModelContract {
    @Override
    protected Model open(String baseUrl) {
        return OpenedModels.open("openai:fake", baseUrl);
    }
}
