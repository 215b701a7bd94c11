package dev.orrery.model.langchain4j;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import dev.orrery.model.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our schemas in LangChain4j's terms. */
final class Schemas {
    private Schemas() {}

    static ResponseFormat format(Shape shape) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name(shape.name())
                        .rootElement(JsonRawSchema.from(JsonText.print(shape.schema())))
                        .build())
                .build();
    }

    /** A tool's arguments: LangChain4j wants an object, whose members may be as they are. */
    static JsonObjectSchema arguments(Json schema) {
        var object = JsonObjectSchema.builder();
        if (schema.at("properties").orElse(Json.object()) instanceof Json.Obj properties) {
            properties
                    .members()
                    .forEach(
                            (name, property) -> object.addProperty(name, JsonRawSchema.from(JsonText.print(property))));
        }
        List<String> required = schema.textList("required");
        if (!required.isEmpty()) object.required(required);
        return object.build();
    }

    /**
     * Tells whether a server may be asked to follow the schema strictly: OpenAI then refuses a schema unless every object
     * in it requires all its properties and allows no others.
     */
    static boolean isStrict(Json schema) {
        if (schema.at("properties").orElse(Json.object()) instanceof Json.Obj properties
                && !properties.members().isEmpty()) {
            boolean closed = schema.at("additionalProperties").orElse(new Json.Null()) instanceof Json.Bool more
                    && !more.value();
            boolean all = new HashSet<>(schema.textList("required"))
                    .containsAll(properties.members().keySet());
            if (!closed || !all) return false;
        } else if (schema.text("type").equals("object")) {
            return false;
        }
        return switch (schema) {
            case Json.Obj object -> object.members().values().stream().allMatch(Schemas::isStrict);
            case Json.Arr array -> array.items().stream().allMatch(Schemas::isStrict);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> true;
        };
    }

    /** Returns maps, lists and plain values, for what takes nothing else. */
    static @Nullable Object plain(Json value) {
        return switch (value) {
            case Json.Obj object -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> members.put(name, plain(member)));
                yield members;
            }
            case Json.Arr array -> {
                List<@Nullable Object> items = new ArrayList<>();
                array.items().forEach(item -> items.add(plain(item)));
                yield items;
            }
            case Json.Str text -> text.text();
            case Json.Num number when number.whole() -> (long) number.value();
            case Json.Num number -> number.value();
            case Json.Bool bool -> bool.value();
            case Json.Null _ -> null;
        };
    }
}
