package dev.orrery.model;

import java.util.Locale;

/**
 * What a user calls a model: {@code PROVIDER:NAME}, such as {@code openai:gpt-5-mini} or {@code anthropic:claude-sonnet-5}.
 * The provider says which wire format is spoken, so any server that is compatible with OpenAI's is {@code openai}.
 *
 * @param provider who speaks
 * @param name the model's name, as the server knows it; may hold colons and slashes
 */
public record ModelName(Provider provider, String name) {
    public ModelName {
        if (!name.matches("[^\\s\\p{Cntrl}]{1,200}")) throw new IllegalArgumentException("not a model's name: " + name);
    }

    /** Reads {@code PROVIDER:NAME}. */
    public static Checked<ModelName> parse(String text) {
        int colon = text.indexOf(':');
        String provider = colon < 0 ? "" : text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String name = text.substring(colon + 1).strip();
        for (Provider known : Provider.values()) {
            if (!known.wire().equals(provider)) continue;
            return name.matches("[^\\s\\p{Cntrl}]{1,200}")
                    ? new Checked.Valid<>(new ModelName(known, name))
                    : new Checked.Faulty<>("model '" + text + "' has no name after '" + provider
                            + ":'; write it as the server knows it, such as " + known.example());
        }
        return new Checked.Faulty<>(
                "model '" + text + "' is not PROVIDER:NAME; providers are openai (and every compatible"
                        + " server, with --base-url) and anthropic, for example " + Provider.OPENAI.example());
    }

    /** Returns {@code PROVIDER:NAME}. */
    @Override
    public String toString() {
        return provider.wire() + ":" + name;
    }
}
