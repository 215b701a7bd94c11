package dev.orrery.testing;

import dev.orrery.model.Model;

class OpenAiModelStreamContractTest extends ModelStreamContract {
    @Override
    protected Model open(String baseUrl) {
        return OpenedModels.open("openai:fake", baseUrl);
    }

    @Override
    protected WireFormat format() {
        return WireFormat.OPENAI;
    }
}
