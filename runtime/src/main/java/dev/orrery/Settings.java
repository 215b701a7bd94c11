package dev.orrery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a file {@code orrery.yaml} sets for every command in its folder.
 *
 * @param model the model that answers, as {@code PROVIDER:NAME}; empty when the file names none
 * @param baseUrl the model's endpoint; empty for the provider's own
 */
public record Settings(Optional<String> model, Optional<String> baseUrl) {
    /** The name of the file. */
    public static final String FILE = "orrery.yaml";

    private static final List<String> KEYS = List.of("model", "baseUrl");
    private static final Map<String, String> EXAMPLES =
            Map.of("model", "model: openai:gpt-5-mini", "baseUrl", "baseUrl: http://127.0.0.1:8080/v1");
    private static final long BYTES_MAX = 64 * 1024;

    /** Nothing is set. */
    public static final Settings NOTHING = new Settings(Optional.empty(), Optional.empty());

    /**
     * Reads {@code orrery.yaml} in {@code folder}; without such a file nothing is set.
     *
     * @throws OrreryException when the file cannot be read, or sets what there is not; the message says what to do
     */
    public static Settings read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return NOTHING;
        try {
            if (Files.size(file) > BYTES_MAX) throw refused(file, "is larger than " + BYTES_MAX / 1024 + " KiB", null);
            Object content =
                    new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromString(Files.readString(file));
            return of(file, content);
        } catch (IOException e) {
            throw refused(file, "cannot be read", e);
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ": ")
                    .orElse("");
            throw refused(file, "is no YAML: " + where + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw refused(file, "is no YAML: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
        }
    }

    private static Settings of(Path file, @Nullable Object content) {
        if (content == null) return NOTHING;
        if (!(content instanceof Map<?, ?> map)) throw refused(file, "holds no keys; write model: PROVIDER:NAME", null);
        var unknown = new TreeSet<String>();
        map.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        KEYS.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw refused(file, "sets " + String.join(", ", unknown) + "; it can set " + String.join(", ", KEYS), null);
        }
        return new Settings(text(file, map, "model"), text(file, map, "baseUrl"));
    }

    private static Optional<String> text(Path file, Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) return Optional.empty();
        if (!(value instanceof String text)) {
            throw refused(file, "sets " + key + " to what is no text; write it as " + EXAMPLES.get(key), null);
        }
        return Optional.of(text.strip()).filter(s -> !s.isEmpty());
    }

    private static OrreryException refused(Path file, String why, @Nullable Exception cause) {
        String message = file + " " + why;
        return cause == null
                ? new OrreryException(OrreryException.Kind.USAGE, message)
                : new OrreryException(OrreryException.Kind.USAGE, message, cause);
    }
}
