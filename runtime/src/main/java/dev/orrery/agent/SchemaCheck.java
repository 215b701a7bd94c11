package dev.orrery.agent;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import dev.orrery.message.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Checks values against JSON Schemas (2020-12). Nothing is thrown for a schema that is itself wrong, and no schema makes
 * a check reach for the network, run on without end, or backtrack without end: what a check cannot do, it says.
 *
 * <p>Thread-safe. The validator is loaded with the first check; compiled schemas are kept, the {@value #KEPT_MAX} used
 * last.
 */
public final class SchemaCheck {
    /** The most errors that are returned; the last of them then says how many more there are. */
    public static final int ERRORS_MAX = 20;

    private static final int KEPT_MAX = 200;

    /** A research result with 500 statements takes less than 30,000 steps and a few milliseconds. */
    private static final long STEPS_MAX = 2_000_000;

    /** The text of a message beyond this is cut. */
    private static final int MESSAGE_MAX = 300;

    private final Map<Json, Compiled> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Json, Compiled> eldest) {
            return size() > KEPT_MAX;
        }
    };

    /** A schema, or what is wrong with it. */
    private sealed interface Compiled {
        record Usable(Schema schema) implements Compiled {}

        record Broken(List<String> errors) implements Compiled {}
    }

    /**
     * Returns what is wrong with {@code value}, each as {@code PLACE: what}; nothing when it fits. A schema that is
     * itself wrong fits nothing.
     */
    public List<String> errors(Json schema, Json value) {
        return switch (compiled(schema)) {
            case Compiled.Usable usable -> run(usable.schema(), value);
            case Compiled.Broken broken ->
                broken.errors().stream().map(e -> "the schema is wrong: " + e).toList();
        };
    }

    /** Returns what is wrong with {@code schema} itself, each as {@code PLACE: what}; nothing when it can be used. */
    public List<String> schemaErrors(Json schema) {
        return switch (compiled(schema)) {
            case Compiled.Usable _ -> List.of();
            case Compiled.Broken broken -> broken.errors();
        };
    }

    private Compiled compiled(Json schema) {
        synchronized (kept) {
            Compiled before = kept.get(schema);
            if (before != null) return before;
        }
        Compiled compiled = compile(schema);
        synchronized (kept) {
            kept.put(schema, compiled);
        }
        return compiled;
    }

    private static Compiled compile(Json schema) {
        if (!(schema instanceof Json.Obj) && !(schema instanceof Json.Bool)) {
            return new Compiled.Broken(List.of("a schema is an object"));
        }
        List<String> errors = run(Validator.META, schema);
        if (!errors.isEmpty()) return new Compiled.Broken(errors);
        try {
            // A registry of its own: two schemas with the same $id must not be taken for each other.
            Schema compiled = Validator.registry().getSchema(JsonNodes.of(schema));
            compiled.initializeValidators();
            return new Compiled.Usable(compiled);
        } catch (RuntimeException e) {
            // The validator meets a hostile schema with exceptions of many kinds; each means that it cannot be used.
            return new Compiled.Broken(List.of(reason(e)));
        } catch (StackOverflowError e) {
            return new Compiled.Broken(List.of("it refers to itself without end"));
        }
    }

    private static List<String> run(Schema schema, Json value) {
        JsonNode node = JsonNodes.of(value);
        try {
            List<Error> errors = schema.validate(node, context -> context.setExecutionConfig(Validator.BOUNDS));
            return words(errors);
        } catch (ValidationLimitExceededException | StackOverflowError e) {
            return List.of("the schema is too costly to check this value with");
        } catch (PatternBudget.Spent e) {
            return List.of(reason(e));
        } catch (RuntimeException e) {
            return List.of("the schema is wrong: " + reason(e));
        }
    }

    private static List<String> words(List<Error> errors) {
        List<String> words = errors.stream()
                .map(e -> place(e) + brief(e.getMessage()))
                .distinct()
                .toList();
        if (words.size() <= ERRORS_MAX) return words;
        var first = new java.util.ArrayList<>(words.subList(0, ERRORS_MAX - 1));
        first.add("and " + (words.size() - first.size()) + " more");
        return List.copyOf(first);
    }

    /** Turns {@code $.topics[0].name} into {@code topics[0].name: }. */
    private static String place(Error error) {
        String path = error.getInstanceLocation().toString();
        String bare = path.startsWith("$.") ? path.substring(2) : path.substring(1);
        return bare.isEmpty() ? "" : bare + ": ";
    }

    /** Returns the words of the innermost cause: the outer ones name Java classes. */
    private static String reason(Throwable thrown) {
        Throwable inner = thrown;
        for (int depth = 0; inner.getCause() != null && depth < 10; depth++) inner = inner.getCause();
        return brief(inner.getMessage() == null ? inner.toString() : inner.getMessage());
    }

    private static String brief(String text) {
        String message = text.replaceAll("\\s+", " ").strip();
        return message.length() <= MESSAGE_MAX ? message : message.substring(0, MESSAGE_MAX) + "…";
    }

    /** Loaded with the first check: the validator takes a quarter of a second to load. */
    private static final class Validator {
        static final ExecutionConfig BOUNDS = ExecutionConfig.builder()
                .locale(Locale.ENGLISH)
                .maxEvaluationSteps(STEPS_MAX)
                .build();

        static final Schema META =
                registry().getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));

        static SchemaRegistry registry() {
            var config = SchemaRegistryConfig.builder()
                    .locale(Locale.ENGLISH)
                    .pathType(PathType.JSON_PATH)
                    .regularExpressionFactory(PatternBudget::compile)
                    .build();
            return SchemaRegistry.withDialect(
                    Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(config));
        }
    }
}
