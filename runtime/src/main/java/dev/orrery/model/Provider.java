package dev.orrery.model;

import java.net.URI;

/** Whose wire format is spoken. */
public enum Provider {
    /** OpenAI's chat completions, which most servers speak. */
    OPENAI("openai", "https://api.openai.com/v1", "OPENAI_API_KEY", "openai:gpt-5-mini"),
    /** Anthropic's messages. */
    ANTHROPIC("anthropic", "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", "anthropic:claude-sonnet-5");

    private final String wire;
    private final String baseUrl;
    private final String keyVariable;
    private final String example;

    Provider(String wire, String baseUrl, String keyVariable, String example) {
        this.wire = wire;
        this.baseUrl = baseUrl;
        this.keyVariable = keyVariable;
        this.example = example;
    }

    /** Returns the stable name. */
    public String wire() {
        return wire;
    }

    /** Returns the provider's own endpoint, without a slash at the end. */
    public URI baseUrl() {
        return URI.create(baseUrl);
    }

    /** Returns the environment variable that holds the key. */
    public String keyVariable() {
        return keyVariable;
    }

    String example() {
        return example;
    }
}
