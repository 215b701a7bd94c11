package dev.orrery.agent;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The keys of one YAML mapping, each with its value and line. */
final class YamlFields {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowNonScalarKeys(true)
            .build();

    private final Map<String, YamlValue> fields;

    private YamlFields(Map<String, YamlValue> fields) {
        this.fields = fields;
    }

    /** Reads the front matter; when it is no YAML mapping, that is reported. */
    static Optional<YamlFields> parse(String yaml, Findings findings) {
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
            if (root.isEmpty()) return Optional.of(new YamlFields(Map.of()));
            if (root.get() instanceof MappingNode mapping) return Optional.of(of(mapping, "", findings));
            findings.problem(YamlValue.line(root.get()), "the front matter is not made of lines KEY: VALUE");
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark()
                    .map(m -> m.getLine() + FrontMatter.FIRST_LINE)
                    .orElse(1);
            findings.problem(
                    at, "malformed YAML: " + String.valueOf(e.getProblem()).replaceAll("\\s+", " "));
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            findings.problem(1, "malformed YAML: " + message);
        }
        return Optional.empty();
    }

    /** Reads a mapping; messages put {@code prefix} before its keys. */
    static YamlFields of(MappingNode mapping, String prefix, Findings findings) {
        var fields = new LinkedHashMap<String, YamlValue>();
        var lines = new HashMap<String, Integer>();
        for (NodeTuple tuple : mapping.getValue()) {
            int at = YamlValue.line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.problem(at, "a key is a word, not a list or a mapping");
                continue;
            }
            Integer before = lines.putIfAbsent(key.getValue(), at);
            if (before != null) {
                findings.problem(at, prefix + key.getValue() + ": this key stands twice, first in line " + before);
            } else {
                fields.put(key.getValue(), new YamlValue(prefix + key.getValue(), tuple.getValueNode(), at, findings));
            }
        }
        return new YamlFields(fields);
    }

    /** Returns the value of {@code key}; a key without a value counts as absent. */
    Optional<YamlValue> get(String key) {
        return Optional.ofNullable(fields.get(key)).filter(YamlValue::present);
    }

    /** Reports each key that is none of {@code known}. */
    void refuseOthers(Collection<String> known, Findings findings) {
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                String hint = Nearest.hint(key, known);
                String all = hint.isEmpty() ? "; known keys: " + String.join(", ", known) : hint;
                findings.problem(value.line(), "unknown key " + value.key() + all);
            }
        });
    }
}
