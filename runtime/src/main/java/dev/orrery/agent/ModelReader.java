package dev.orrery.agent;

import dev.orrery.kernel.ModelPin;
import dev.orrery.model.Checked;
import java.util.List;
import java.util.Optional;

/** Reads the key {@code model}: {@code PROVIDER:NAME}, a mapping with {@code name} and {@code baseUrl}, or {@code none}. */
final class ModelReader {
    /** Says that the native agent answers, whatever model a run has. */
    static final String NONE = "none";

    private final Models models;
    private final Findings findings;

    ModelReader(Models models, Findings findings) {
        this.models = models;
        this.findings = findings;
    }

    /** Returns the model; empty for {@code none}, and where something is wrong, which is reported. */
    Optional<ModelPin> read(YamlValue value) {
        if (value.isText()) return pin(value, value.text().orElse(""), Optional.empty());
        Optional<YamlFields> fields = value.mapping();
        if (fields.isEmpty()) return Optional.empty();
        fields.get().refuseOthers(List.of("name", "baseUrl"), findings);
        Optional<String> name = fields.get().get("name").flatMap(YamlValue::text);
        if (name.isEmpty()) {
            findings.problem(value.line(), "model: the key name is missing; it is PROVIDER:NAME");
            return Optional.empty();
        }
        return pin(value, name.get(), fields.get().get("baseUrl").flatMap(YamlValue::text));
    }

    private Optional<ModelPin> pin(YamlValue value, String name, Optional<String> baseUrl) {
        if (name.equals(NONE) && baseUrl.isEmpty()) return Optional.empty();
        return switch (models.pin(name, baseUrl)) {
            case Checked.Valid<ModelPin>(ModelPin pin) -> Optional.of(pin);
            case Checked.Faulty<ModelPin>(String message) -> {
                findings.problem(value.line(), "model: " + message);
                yield Optional.empty();
            }
        };
    }
}
