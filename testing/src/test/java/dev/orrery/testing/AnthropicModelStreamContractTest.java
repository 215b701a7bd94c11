package dev.orrery.testing;

import dev.orrery.model.Model;

class AnthropicModelStreamContractTest extends ModelStreamContract {
    @Override
    protected Model open(String baseUrl) {
        return OpenedModels.open("anthropic:fake", baseUrl);
    }

    @Override
    protected WireFormat format() {
        return WireFormat.ANTHROPIC;
    }
}
