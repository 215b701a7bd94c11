package dev.orrery.agent;

import dev.orrery.kernel.AgentCard;
import dev.orrery.kernel.Limits;
import dev.orrery.kernel.ModelPin;
import dev.orrery.message.Capability;
import dev.orrery.message.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the text of one definition file; all that is wrong with it is reported. */
final class AgentFileReader {
    private static final List<String> KEYS =
            List.of("name", "capabilities", "description", "tools", "limits", "input", "output", "memory", "model");
    private static final List<String> CAPABILITIES =
            EnumSet.allOf(Capability.class).stream().map(Capability::wire).toList();
    private static final Set<Capability> NATIVE = Schemas.outputs().keySet();

    private final YamlFields fields;
    private final AgentFiles.Known known;
    private final Findings findings;

    private AgentFileReader(YamlFields fields, AgentFiles.Known known, Findings findings) {
        this.fields = fields;
        this.known = known;
        this.findings = findings;
    }

    /** What was read, and the line of its name. */
    record Read(AgentFile file, int nameLine) {}

    static Optional<Read> read(String text, AgentFiles.Known known, Findings findings) {
        Optional<FrontMatter> parts = FrontMatter.of(text, findings);
        if (parts.isEmpty()) return Optional.empty();
        return YamlFields.parse(parts.get().yaml(), findings)
                .flatMap(fields -> new AgentFileReader(fields, known, findings)
                        .read(parts.get().body()));
    }

    private Optional<Read> read(String body) {
        fields.refuseOthers(KEYS, findings);
        Optional<String> name = name();
        Set<Capability> capabilities = capabilities();
        String description =
                fields.get("description").flatMap(YamlValue::text).orElse("").strip();
        Limits limits = fields.get("limits")
                .flatMap(YamlValue::mapping)
                .map(f -> LimitsReader.read(f, findings))
                .orElse(Limits.DEFAULT);
        List<String> tools = tools();
        Optional<Json> input = schema("input");
        Optional<Json> output = schema("output");
        Optional<ModelPin> model =
                fields.get("model").flatMap(value -> new ModelReader(known.models(), findings).read(value));
        Scopes memory = fields.get("memory").map(this::scopes).orElse(Scopes.NONE);
        if (!findings.problems.isEmpty() || name.isEmpty()) return Optional.empty();
        var card = new AgentCard(
                name.get(),
                capabilities,
                tools,
                AgentCard.Origin.USER,
                limits,
                body,
                output,
                memory.read(),
                input,
                memory.propose(),
                AgentCard.Mind.NATIVE,
                Optional.empty());
        boolean open = fields.get("model").isEmpty();
        AgentCard answered = model.map(card::withModel).orElse(card);
        int line = fields.get("name").map(YamlValue::line).orElse(1);
        return Optional.of(new Read(new AgentFile(answered, findings.file, description, open), line));
    }

    private Optional<String> name() {
        Optional<YamlValue> value = fields.get("name");
        if (value.isEmpty()) {
            findings.problem(1, "the key name is missing");
            return Optional.empty();
        }
        return value.get().text().filter(name -> {
            boolean good = name.matches("[a-z][a-z0-9-]{0,63}");
            if (!good) {
                String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
                String hint = slug.matches("[a-z][a-z0-9-]{0,62}[a-z0-9]") ? ", such as " + slug : "";
                findings.problem(
                        value.get().line(),
                        "name: \"" + name + "\" is no agent name; it takes at most 64 lower-case letters, digits and"
                                + " hyphens and begins with a letter" + hint);
            }
            return good;
        });
    }

    private Set<Capability> capabilities() {
        Optional<YamlValue> value = fields.get("capabilities");
        var capabilities = EnumSet.noneOf(Capability.class);
        if (value.isEmpty()) {
            findings.problem(1, "the key capabilities is missing; it lists some of " + Capability.all());
            return capabilities;
        }
        List<YamlValue.Entry> entries = value.get().texts();
        for (YamlValue.Entry entry : entries) {
            Optional<Capability> capability = Capability.of(entry.text());
            capability.ifPresent(capabilities::add);
            if (capability.isEmpty()) unknownCapability(entry);
            else if (!NATIVE.contains(capability.get()) && fields.get("model").isEmpty()) {
                findings.note(
                        entry.line(),
                        "capabilities: no native agent can do " + entry.text() + " without a model;"
                                + " a step that asks for it fails");
            }
        }
        if (value.get().isEmptyList()) {
            findings.problem(value.get().line(), "capabilities: names none; it lists some of " + Capability.all());
        }
        return capabilities;
    }

    private void unknownCapability(YamlValue.Entry entry) {
        String hint = Nearest.hint(entry.text(), CAPABILITIES);
        findings.problem(
                entry.line(),
                "capabilities: unknown capability " + entry.text()
                        + (hint.isEmpty() ? "; there are " + Capability.all() : hint));
    }

    private List<String> tools() {
        List<YamlValue.Entry> entries =
                fields.get("tools").map(YamlValue::texts).orElse(List.of());
        for (YamlValue.Entry entry : entries) {
            if (known.tools().isEmpty() || known.tools().contains(entry.text())) continue;
            String hint = Nearest.hint(entry.text(), known.tools());
            findings.problem(
                    entry.line(),
                    "tools: unknown tool " + entry.text()
                            + (hint.isEmpty() ? "; there are " + String.join(", ", known.toolNames()) : hint));
        }
        return entries.stream().map(YamlValue.Entry::text).toList();
    }

    private Optional<Json> schema(String key) {
        Optional<YamlValue> value = fields.get(key);
        Optional<Json> schema = value.flatMap(YamlValue::json);
        schema.ifPresent(json -> known.check()
                .schemaErrors(json)
                .forEach(error -> findings.problem(value.get().line(), key + ": is no JSON Schema: " + error)));
        return schema;
    }

    /** The namespaces of the key {@code memory}. */
    private record Scopes(List<String> read, List<String> propose) {
        static final Scopes NONE = new Scopes(List.of(), List.of());
    }

    private Scopes scopes(YamlValue memory) {
        if (memory.isList()) return new Scopes(texts(memory), List.of());
        Optional<YamlFields> sides = memory.mapping();
        sides.ifPresent(f -> f.refuseOthers(List.of("read", "propose"), findings));
        return new Scopes(
                sides.flatMap(f -> f.get("read")).map(this::texts).orElse(List.of()),
                sides.flatMap(f -> f.get("propose")).map(this::texts).orElse(List.of()));
    }

    private List<String> texts(YamlValue value) {
        return value.texts().stream()
                .filter(entry -> {
                    boolean good = entry.text().matches("\\S{1,200}");
                    if (!good) findings.problem(entry.line(), "memory: a namespace is one word, or * for all");
                    return good;
                })
                .map(YamlValue.Entry::text)
                .toList();
    }
}
