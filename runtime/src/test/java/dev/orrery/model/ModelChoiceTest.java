package dev.orrery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelChoiceTest {
    private static final Map<String, String> KEYS =
            Map.of("OPENAI_API_KEY", "sk-one", "ANTHROPIC_API_KEY", "sk-ant-two");

    @Test
    void aChoiceKnowsItsEndpointAndKey() {
        ModelChoice choice = valid("Anthropic:claude-sonnet-4", Optional.empty(), KEYS);

        assertThat(choice.name()).hasToString("anthropic:claude-sonnet-4");
        assertThat(choice.endpoint()).hasToString("https://api.anthropic.com/v1");
        assertThat(choice.key().map(Secret::reveal)).contains("sk-ant-two");
    }

    @Test
    void namesMayHoldColonsAndSlashes() {
        ModelChoice choice = valid("openai:org/qwen2.5:1.5b", Optional.of("http://localhost:11434/v1"), Map.of());

        assertThat(choice.name().name()).isEqualTo("org/qwen2.5:1.5b");
        assertThat(choice.key()).isEmpty();
        assertThat(choice.isLocal()).isTrue();
    }

    @Test
    void keysAreNeverPrinted() {
        assertThat(valid("openai:gpt-5", Optional.empty(), KEYS).toString())
                .doesNotContain("sk-one")
                .contains("***");
    }

    @Test
    void whatIsWrongIsSaidInOneLineThatHelps() {
        check("gpt-5", Optional.empty(), "PROVIDER:NAME");
        check("gemini:pro", Optional.empty(), "providers are openai");
        check("openai:", Optional.empty(), "has no name");
        check("openai:gpt-5", Optional.empty(), "set OPENAI_API_KEY");
        check("openai:gpt-5", Optional.of("ftp://x"), "base URL");
        check("openai:gpt-5", Optional.of("127.0.0.1:8080"), "base URL");
        check("openai:gpt-5", Optional.of("http://user:word@127.0.0.1/v1"), "base URL");
        check("openai:gpt-5", Optional.of("http://127.evil.example/v1"), "set OPENAI_API_KEY");
    }

    private static void check(String model, Optional<String> baseUrl, String message) {
        assertThat(ModelChoice.of(model, baseUrl, _ -> Optional.empty()))
                .isInstanceOfSatisfying(
                        Checked.Faulty.class,
                        faulty -> assertThat(faulty.message())
                                .contains(message)
                                .doesNotContain("\n")
                                .doesNotContain("word"));
    }

    private static ModelChoice valid(String model, Optional<String> baseUrl, Map<String, String> environment) {
        Checked<ModelChoice> checked =
                ModelChoice.of(model, baseUrl, name -> Optional.ofNullable(environment.get(name)));
        assertThat(checked).isInstanceOf(Checked.Valid.class);
        return ((Checked.Valid<ModelChoice>) checked).value();
    }
}
