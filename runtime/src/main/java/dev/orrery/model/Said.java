package dev.orrery.model;

import java.util.Locale;
import java.util.stream.Stream;

/** What a server's error message says it is about. */
record Said(String text) {
    static Said of(ModelException refused) {
        return new Said(String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT));
    }

    boolean names(Quirk quirk) {
        return text.contains(quirk.parameter());
    }

    boolean namesShape() {
        return Stream.of(
                        "response_format",
                        "response format",
                        "json_schema",
                        "json schema",
                        "json_object",
                        "output_config",
                        "output_format",
                        "structured",
                        "grammar",
                        "schema")
                .anyMatch(text::contains);
    }

    boolean namesTools() {
        return Stream.of("tool", "function").anyMatch(text::contains);
    }
}
