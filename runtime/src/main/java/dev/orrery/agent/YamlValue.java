package dev.orrery.agent;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a definition file, read as what its key wants. What is of another type is reported, and counts as absent.
 *
 * @param key what messages call it
 * @param line where the key stands
 */
record YamlValue(String key, Node node, int line, Findings findings) {
    /** The most values within one schema, aliases followed: an alias can stand for a million values. */
    private static final int VALUES_MAX = 5_000;

    private static final int DEPTH_MAX = 50;

    /** No exponent: reckoning with 1e99999999 takes minutes. */
    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d{1,18}(\\.\\d{1,18})?");

    static int line(Node node) {
        return node.getStartMark()
                .map(mark -> mark.getLine() + FrontMatter.FIRST_LINE)
                .orElse(1);
    }

    boolean present() {
        return !node.getTag().equals(Tag.NULL);
    }

    Optional<String> text() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) return Optional.of(scalar.getValue());
        return wrong("text");
    }

    /** Reads a list of texts, each once. */
    List<Entry> texts() {
        if (!(node instanceof SequenceNode list)) {
            wrong("a list");
            return List.of();
        }
        var entries = new ArrayList<Entry>();
        var seen = new LinkedHashSet<String>();
        for (Node item : list.getValue()) {
            new YamlValue(key, item, line(item), findings).text().ifPresent(text -> {
                if (seen.add(text)) entries.add(new Entry(text, line(item)));
                else findings.problem(line(item), key + ": " + text + " stands twice");
            });
        }
        return entries;
    }

    /** One text of a list. */
    record Entry(String text, int line) {}

    Optional<BigDecimal> number() {
        boolean numeric = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
        if (numeric
                && node instanceof ScalarNode scalar
                && PLAIN.matcher(scalar.getValue()).matches()) {
            return Optional.of(new BigDecimal(scalar.getValue()));
        }
        return wrong("a number");
    }

    boolean isText() {
        return node.getTag().equals(Tag.STR);
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isEmptyList() {
        return node instanceof SequenceNode list && list.getValue().isEmpty();
    }

    Optional<YamlFields> mapping() {
        if (node instanceof MappingNode mapping) return Optional.of(YamlFields.of(mapping, key + ".", findings));
        return wrong("a mapping");
    }

    /** Reads JSON, written as YAML or as JSON text. */
    Optional<Json> json() {
        try {
            if (isText()) return text().map(JsonText::parse);
            return Optional.of(json(node, 0, new int[] {VALUES_MAX}));
        } catch (IllegalArgumentException e) {
            findings.problem(line, key + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Json json(Node node, int depth, int[] left) {
        if (depth > DEPTH_MAX) throw new IllegalArgumentException("nests deeper than " + DEPTH_MAX);
        if (left[0]-- <= 0) throw new IllegalArgumentException("holds more than " + VALUES_MAX + " values");
        return switch (node) {
            case MappingNode mapping -> {
                var members = new LinkedHashMap<String, Json>();
                for (NodeTuple tuple : mapping.getValue()) {
                    if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                        throw new IllegalArgumentException(
                                "line " + line(tuple.getKeyNode()) + " has a key that is no word");
                    }
                    members.put(name.getValue(), json(tuple.getValueNode(), depth + 1, left));
                }
                yield new Json.Obj(members);
            }
            case SequenceNode list -> {
                var items = new ArrayList<Json>();
                for (Node item : list.getValue()) items.add(json(item, depth + 1, left));
                yield Json.of(items);
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalArgumentException("line " + line(node) + " cannot be read");
        };
    }

    private static Json scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) return new Json.Null();
        if (tag.equals(Tag.BOOL)) return Json.of(text.equalsIgnoreCase("true"));
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            try {
                return Json.of(Double.parseDouble(text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + line(scalar) + ": " + text + " is no number in JSON", e);
            }
        }
        return Json.of(text);
    }

    private <T> Optional<T> wrong(String expected) {
        findings.problem(line, key + ": expected " + expected + ", found " + kind());
        return Optional.empty();
    }

    private String kind() {
        if (node instanceof MappingNode) return "a mapping";
        if (node instanceof SequenceNode) return "a list";
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (node.getTag().equals(Tag.STR)) return "the text \"" + brief(text) + "\"";
        if (node.getTag().equals(Tag.NULL)) return "nothing";
        return brief(text);
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
