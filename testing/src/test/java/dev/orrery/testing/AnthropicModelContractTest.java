package dev.orrery.testing;

import dev.orrery.model.Model;

class AnthropicModelContractTest extends ModelContract {
    @Override
    protected Model open(String baseUrl) {
        return OpenedModels.open("anthropic:fake", baseUrl);
    }
}
